#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace firn::usage {

/// What a line of a bill is for, in the words of files and bills: "storage", "retrieval_requests". The order
/// is that of the lines on a bill.
enum class ChargeType {
    storage,
    overhead,
    requests,
    retrieval,
    retrieval_requests,
    early_deletion,
    transfer_out,
    copy,
    capacity,
    staging,
    adjustment,  ///< discount, credit, tax, support
    other,
};

/// "early_deletion"
[[nodiscard]] std::string_view to_text(ChargeType charge);

/// The charge of that name, nullopt for any other text.
[[nodiscard]] std::optional<ChargeType> parse_charge_type(std::string_view text);

/// All names, in the order of the enumeration.
[[nodiscard]] std::span<const std::string> charge_type_names();

}  // namespace firn::usage
