#pragma once

#include "core/statement/statement.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace firn::reconcile {

/// Which lines of a statement hold, as indices: where two invoices of one kind bill the same usage type and
/// operation of a month, account and service, the line of the newer holds, and that of the older is
/// superseded; what the newer does not repeat stays. Newer is what was issued later, or else bears the higher
/// number, or else stands later; an invoice without a number is older than one with a number.
struct Versions {
    std::vector<std::size_t> held{};
    std::vector<std::size_t> superseded{};
    std::vector<std::string> superseded_invoices{};  ///< each once, in the order of the statement
};

[[nodiscard]] Versions versions_of(const statement::Statement& statement);

}  // namespace firn::reconcile
