#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/price_book.hpp"
#include "core/restore/peak_schedule.hpp"
#include "core/restore/timeline.hpp"
#include "core/restore/usage_of.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace firn::restore {

/// What the date's book and the vendor's times allow for a class.
struct Service {
    const pricing::PriceBook& book;
    std::vector<storage::RetrievalTime> tiers{};  ///< those that have a price; the usual one first
    ClassUse use{};
    std::optional<usage::RetrievalRule> rule{};  ///< where the largest hour makes the fee
    std::int64_t job_hours = 4;                  ///< of that fee
    Rational allowance{};                        ///< share of the stored bytes that is free in a month
    Bytes overhead{};                            ///< billed with each archive at the class's rate
    bool sells_capacity = false;
};

/// The service of the wish's class at its start. Errors: `class-unknown`, `price-absent`.
[[nodiscard]] Result<Service> service_of(const Wish& wish, const pricing::PriceBook& book);

/// One way to bring everything back: when to ask for what, how long that takes, what it costs.
struct Way {
    std::vector<std::size_t> tiers{};  ///< of the service, the slowest first; one, or a mix
    Pacing pacing = Pacing::none;
    BoughtCapacity capacity{};
    std::vector<Round> rounds{};
    Timeline longest{};
    Timeline typical{};
    pricing::Bill bill{};
    Money cost{};  ///< exact, all lines but what lies there anyway
    std::map<usage::ChargeType, Money> cost_by_charge{};
    bool meets_deadline = true;
    bool within_budget = true;
    bool copies_last = true;              ///< each lies there until it is downloaded
    std::vector<std::string> refusals{};  ///< why it cannot be taken; empty: it can
};

/// Archives of a way that are asked for in a tier.
[[nodiscard]] std::int64_t archives_in(const Way& way, std::size_t tier);

/// "bulk"; "standard 61.3 %, bulk 38.7 %"; "usual" where the service had no tiers yet.
[[nodiscard]] std::string tier_text(const Way& way, const Service& service);
/// The name of a tier, "usual" for the one without.
[[nodiscard]] std::string name_of(const storage::RetrievalTime& tier);

/// Times, copies, bill and refusals of these rounds. Errors: those of pricing::price().
[[nodiscard]] Result<Way> way_of(std::vector<Round> rounds, Pacing pacing, const Wish& wish,
                                 const Service& service, BoughtCapacity capacity = {});

}  // namespace firn::restore
