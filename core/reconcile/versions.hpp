#pragma once

#include "core/statement/statement.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace firn::reconcile {

/// Which lines of a statement hold, as indices: where a month of an account and service was billed by two
/// invoices that name the same usage, the one that the statement has later holds, and the lines of the
/// earlier are superseded.
struct Versions {
    std::vector<std::size_t> held{};
    std::vector<std::size_t> superseded{};
    std::vector<std::string> superseded_invoices{};  ///< each once, in the order of the statement
};

[[nodiscard]] Versions versions_of(const statement::Statement& statement);

}  // namespace firn::reconcile
