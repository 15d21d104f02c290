#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace firn {

/// "1,234,567.89" of "1234567.89": thousands set apart by commas, for people; never in CSV or JSON.
[[nodiscard]] std::string with_separators(std::string_view number);

/// "1 archive", "2,939 archives".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view one, std::string_view many);

}  // namespace firn
