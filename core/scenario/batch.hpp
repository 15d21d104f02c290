#pragma once

#include "core/units/expected.hpp"
#include "core/units/quantity_error.hpp"
#include "core/units/rational.hpp"

#include <string>
#include <string_view>

namespace firn::scenario {

/// The files that a batch asks for: "all", "5 %", "owner alice".
struct Batch {
    enum class Kind { all, share, owner };
    Kind kind = Kind::all;
    Rational share;     ///< percent of the files, with at most six decimals
    std::string owner;  ///< not empty where it counts
    friend bool operator==(const Batch&, const Batch&) = default;
};

/// Errors: "batch-malformed", and those of a percentage.
[[nodiscard]] Expected<Batch, QuantityError> parse_batch(std::string_view text);
[[nodiscard]] std::string batch_text(const Batch& batch);

}  // namespace firn::scenario
