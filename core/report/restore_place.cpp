#include "core/report/restore_place.hpp"

#include "core/units/quantity_text.hpp"

#include <fmt/format.h>

#include <string>

namespace firn::report {

namespace {

constexpr const char* kRequestRateSource =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html";

Assumption of_start(const restore::Wish& wish, SaidBy by) {
    const char* why =
        by == SaidBy::scenario
            ? "when the scenario's months are over"
            : "nobody names a date, and this is the last month that the prices were checked for";
    return {fmt::format("it begins {}: {}", firn::to_text(wish.start), why), pricing::Grade::assumed, {}};
}

Assumption of_rate(const char* what, ByteRate rate, SaidBy by) {
    std::string text = fmt::format("{} {}", what, firn::to_text(rate));
    switch (by) {
        case SaidBy::option:
            return {std::move(text), pricing::Grade::stated, {}};
        case SaidBy::scenario:
            return {std::move(text), pricing::Grade::stated, "the scenario"};
        case SaidBy::nobody:
            return {std::move(text), pricing::Grade::assumed, "docs/restore-plan.md"};
    }
    return {};
}

Assumption of_request_rate(const restore::Wish& wish, SaidBy by) {
    if (!wish.request_rate)
        return {"requests are not limited: for vaults no limit was found", pricing::Grade::assumed, {}};
    if (by == SaidBy::nobody)
        return {"the service takes 1,000 restore requests a second and account", pricing::Grade::sourced,
                kRequestRateSource};
    return {fmt::format("the service takes {} requests a second", *wish.request_rate), pricing::Grade::stated,
            by == SaidBy::scenario ? "the scenario" : ""};
}

}  // namespace

std::vector<Assumption> assumptions_of_place(const restore::Wish& wish, const PlaceBasis& basis) {
    std::vector<Assumption> all;
    if (basis.start != SaidBy::option) all.push_back(of_start(wish, basis.start));
    all.push_back(of_rate("a link of", wish.link, basis.link));
    all.push_back(of_rate("each archive is unpacked at", wish.unpack_rate, basis.unpack_rate));
    all.push_back(of_request_rate(wish, basis.request_rate));
    return all;
}

}  // namespace firn::report
