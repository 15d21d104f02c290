#pragma once

#include <string>

namespace firn::alternatives {

/// The last cell of the row of tests/alternatives/<file> that begins with `name` and a comma. Fails the test
/// when there is none.
[[nodiscard]] std::string reference(const std::string& file, const std::string& name);

}  // namespace firn::alternatives
