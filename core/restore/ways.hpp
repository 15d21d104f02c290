#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/restore/pacings.hpp"
#include "core/restore/way.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace firn::restore {

/// Collects ways of one wish. A way of which a price is absent is left out; any other error of pricing ends
/// it. Wish and service must outlive it.
class Ways {
  public:
    /// `is_abandoned` is asked again and again: once it is so, no pacing is wanted and no way is added.
    Ways(const Wish& wish, const Service& service, std::function<bool()> is_abandoned = {});

    /// Adds the way of these rounds; nothing without rounds.
    void add(std::vector<Round> rounds, Pacing pacing, BoughtCapacity capacity = {});
    /// Adds all at once in several tiers; nothing where only one of them has archives.
    void add_mix(const std::vector<TierShare>& shares);
    /// The same of rounds that are paced by the link.
    void add_paced_mix(std::vector<Round> rounds);
    /// What all at once in these tiers costs; absent after an error.
    [[nodiscard]] std::optional<Money> cost_of(const std::vector<TierShare>& shares);

    /// Whether the wish names this pacing, or none.
    [[nodiscard]] bool wants(Pacing pacing) const;
    /// Whether nobody waits for the ways any more.
    [[nodiscard]] bool is_abandoned() const;
    /// Who is asked, for ways that are collected beside these.
    [[nodiscard]] const std::function<bool()>& abandonment() const { return is_abandoned_; }
    [[nodiscard]] const Wish& wish() const { return wish_; }
    [[nodiscard]] const Service& service() const { return service_; }
    [[nodiscard]] const Diagnostics& errors() const { return errors_; }
    /// Why ways were left out, each reason once.
    [[nodiscard]] const Diagnostics& absent_prices() const { return absent_; }
    [[nodiscard]] const std::vector<Way>& ways() const { return ways_; }

  private:
    const Wish& wish_;
    const Service& service_;
    std::function<bool()> is_abandoned_;
    std::vector<Way> ways_{};
    Diagnostics errors_{};
    Diagnostics absent_{};

    /// Keeps why a way could not be priced.
    void note(const Diagnostics& errors);
};

}  // namespace firn::restore
