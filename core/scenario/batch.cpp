#include "core/scenario/batch.hpp"

#include "core/scenario/growth_values.hpp"
#include "core/units/number_refusal.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

namespace firn::scenario {

namespace {

constexpr std::string_view kOwner = "owner ";
constexpr const char* kExpected = "all, a share such as 5 %, or an owner such as \"owner alice\"";

}  // namespace

Expected<Batch, QuantityError> parse_batch(std::string_view text) {
    const std::string_view all = trimmed(text);
    if (all == "all") return Batch{};
    if (all.starts_with(kOwner)) {
        return Batch{.kind = Batch::Kind::owner,
                     .share = {},
                     .owner = std::string{trimmed(all.substr(kOwner.size()))}};
    }
    if (!all.ends_with('%')) {
        return QuantityError{"batch-malformed",
                             fmt::format("{} does not say which files", firn::quoted(text)), kExpected, ""};
    }
    auto share = parse_fine_percent(all);
    if (!share) return std::move(share).error();
    if (*share <= 0 || *share > 100) {
        return QuantityError{"value-out-of-range", fmt::format("{} is out of range", firn::quoted(text)),
                             "above 0 % to 100 %", ""};
    }
    return Batch{.kind = Batch::Kind::share, .share = *std::move(share), .owner = {}};
}

std::string batch_text(const Batch& batch) {
    switch (batch.kind) {
        case Batch::Kind::all:
            return "all";
        case Batch::Kind::share:
            return fine_percent_text(batch.share);
        case Batch::Kind::owner:
            return std::string{kOwner} + batch.owner;
    }
    return {};
}

}  // namespace firn::scenario
