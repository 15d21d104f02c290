#include "core/price_lists/price_timeline.hpp"

#include <algorithm>
#include <utility>

namespace firn::price_lists {

namespace {

using pricing::PricePeriod;

void add_evidence(PricePeriod& period, const pricing::Evidence& more) {
    auto& sources = period.evidence.sources;
    for (const std::size_t source : more.sources) {
        if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
    }
    if (period.evidence.sku.empty()) period.evidence.sku = more.sku;
}

bool same_price(const PricePeriod& a, const PricePeriod& b) {
    return same_bands(a.bands, b.bands) && a.free == b.free;
}

/// The periods as they become, from left to right.
class Overlay {
  public:
    explicit Overlay(const PricePeriod& piece) : piece_{piece}, cursor_{piece.from} {}

    void add(const PricePeriod& period) {
        if (period.until <= piece_.from) return periods_.push_back(period);
        if (period.from >= piece_.until) {
            fill_until(piece_.until);
            hold_last_until(period.from);
            return periods_.push_back(period);
        }
        if (same_price(period, piece_)) {
            const Instant from = std::min(cursor_, period.from);
            hold_last_until(from);
            add_part(period, from, period.until);
            add_evidence(periods_.back(), piece_.evidence);
            cursor_ = std::max(cursor_, period.until);
            return;
        }
        if (period.from < piece_.from) add_part(period, period.from, piece_.from);
        if (period.until > piece_.until) {
            fill_until(piece_.until);
            add_part(period, piece_.until, period.until);
        }
    }

    std::vector<PricePeriod> finish() && {
        fill_until(piece_.until);
        return std::move(periods_);
    }

  private:
    void add_part(PricePeriod period, Instant from, Instant until) {
        period.from = from;
        period.until = until;
        periods_.push_back(std::move(period));
    }

    /// The piece up to there, unless periods of its price cover that time.
    void fill_until(Instant until) {
        if (cursor_ >= until) return;
        if (!periods_.empty() && !same_price(periods_.back(), piece_)) hold_last_until(cursor_);
        if (!periods_.empty() && same_price(periods_.back(), piece_)) {
            periods_.back().until = until;
            add_evidence(periods_.back(), piece_.evidence);
        } else {
            add_part(piece_, cursor_, until);
        }
        cursor_ = until;
    }

    /// Over a time of which nothing is known.
    void hold_last_until(Instant until) {
        if (periods_.empty() || periods_.back().until >= until) return;
        PricePeriod held = periods_.back();
        held.evidence.doubt = "no list was read for this time: the price before it is held";
        add_part(std::move(held), periods_.back().until, until);
    }

    const PricePeriod& piece_;
    Instant cursor_;
    std::vector<PricePeriod> periods_;
};

}  // namespace

bool same_bands(const std::vector<pricing::Band>& a, const std::vector<pricing::Band>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const pricing::Band& x, const pricing::Band& y) {
                          return x.up_to == y.up_to && x.is_known == y.is_known && x.price == y.price;
                      });
}

void overlay(std::vector<PricePeriod>& periods, const PricePeriod& piece) {
    if (piece.from >= piece.until) return;
    Overlay result{piece};
    for (const PricePeriod& period : periods)
        result.add(period);
    periods = std::move(result).finish();
}

}  // namespace firn::price_lists
