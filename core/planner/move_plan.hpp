#pragma once

#include "core/diag/result.hpp"
#include "core/planner/move_stock.hpp"
#include "core/planner/price_spans.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/bytes.hpp"
#include "core/units/money.hpp"
#include "core/units/time.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A stock of objects that lies in one storage class and could lie in another: what each way of moving it
/// costs once, what it costs a month afterwards, and when it has paid for itself (docs/moving-house.md).
namespace firn::planner {

/// Objects below this size are left where they lie by a lifecycle rule that does not say otherwise
/// (docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html).
inline constexpr Bytes kTransitionMinimum = Bytes::from_kib(128);

/// Days that copies restored for bundling lie beside their archives.
inline constexpr std::int64_t kCopyDays = 7;

enum class MoveWay {
    leave,         ///< everything stays
    each,          ///< every object becomes one of the new class, by a lifecycle rule
    each_large,    ///< only those from kTransitionMinimum on, as lifecycle rules do by themselves
    bundle_all,    ///< all objects are read and stored anew, many in an archive
    bundle_small,  ///< those below a threshold are bundled, the others moved one by one
};

/// "leave", "each", "each_large", "bundle_all", "bundle_small"
[[nodiscard]] std::string_view to_text(MoveWay way);

/// What is asked for.
struct MoveWish {
    std::string from = "standard";    ///< the class in which the stock lies
    std::optional<std::string> to{};  ///< only this class; absent: each
    BillingPeriod month{std::chrono::year_month{std::chrono::year{1970}, std::chrono::January}};
    std::int64_t months = 36;  ///< over which the ways are compared, at least 1
    Bytes bundle_size = Bytes::from_mib(128);
    std::optional<Bytes> part_size{};  ///< of uploads; absent: one request up to 4 GiB
    Duration overlap{};                ///< how long bundled objects lie in both places
    std::optional<Duration> age{};     ///< since they lie there; absent: longer than any minimum
};

/// One way into one class: what is paid once with the prices of MoveWish::month, what is paid monthly with
/// those of each month from then on. A later month whose prices are not known has those before it.
struct MoveChoice {
    MoveWay way = MoveWay::leave;
    std::string to{};                       ///< empty for `leave`
    std::optional<Bytes> threshold{};       ///< of bundle_small
    std::int64_t bundled = 0;               ///< objects that are bundled
    std::int64_t moved = 0;                 ///< objects that are moved one by one
    std::int64_t archives = 0;              ///< bundles
    pricing::Bill once{};                   ///< one month of rounding `exact`
    pricing::Bill monthly{};                ///< likewise: each month afterwards, by the first prices
    std::vector<Money> by_span{};           ///< a month by the prices of each of MovePlan::spans
    Money total{};                          ///< once, and all months, each by its prices
    Money unconfirmed{};                    ///< the part of it by unconfirmed prices (pricing::grade_of())
    std::int64_t months_without_price = 0;  ///< those that have the prices before them, unconfirmed
    Money saving{};  ///< monthly, against `leave`, by the first prices; may be below zero
    std::optional<std::int64_t> paid_back{};  ///< at the end of which month, the first is 1; absent: never
};

struct MovePlan {
    std::vector<MoveChoice> choices;    ///< `leave` first, then class by class in the order of the book
    std::vector<PriceSpan> spans{};     ///< the months that are compared, by their prices
    std::size_t chosen = 0;             ///< the least total; of equal ones the first
    std::vector<std::string> unpriced;  ///< classes that have no price in the month
    /// pricing::held_flat_note() of all months that are compared.
    std::string held_flat{};

    [[nodiscard]] const MoveChoice& best() const { return choices[chosen]; }
};

/// All ways for a stock of at least one object. Of the thresholds of bundle_small only the best of each class
/// is kept.
///
/// Errors: `class-unknown`; `class-not-entered`: no lifecycle rule leads into the class that is asked for;
/// those of pricing::price() for the class in which the stock lies and for a class that is asked for.
[[nodiscard]] Result<MovePlan> plan_move(const MoveStock& stock, const MoveWish& wish,
                                         const pricing::PriceBook& book);

}  // namespace firn::planner
