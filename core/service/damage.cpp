#include "core/service/damage.hpp"

#include "core/random/exponential.hpp"
#include "core/sim/instruction_set.hpp"

#include <algorithm>

namespace firn::service {

namespace {

constexpr Duration kYear = std::chrono::hours{365 * 24};

std::uint64_t& found_by(DamageOutcome& counts, Reader reader) {
    switch (reader) {
        case Reader::audit:
            return counts.found_by_audit;
        case Reader::restore:
            return counts.found_by_restore;
        case Reader::restore_test:
            return counts.found_by_restore_test;
        case Reader::compaction:
            break;
    }
    return counts.found_by_compaction;
}

}  // namespace

Damage::Damage(std::optional<Duration> mean_time, Duration horizon, std::uint64_t seed)
    : mean_{mean_time},
      horizon_{horizon},
      times_{seed, "damage/times"},
      unseen_{backup::Quantiles::sketch, sim::kernels_of(sim::InstructionSet::portable)} {}

void Damage::compacted(std::uint64_t number) {
    if (mean_) compacted_.push_back(number);
}

/// Which of the archives it is that came from where it came from.
std::uint64_t Damage::draw_of(std::uint64_t number) const {
    constexpr std::uint64_t kFirstCompacted = std::uint64_t{1} << 40U;
    const auto next = std::lower_bound(compacted_.begin(), compacted_.end(), number);
    const auto before = static_cast<std::uint64_t>(next - compacted_.begin());
    const bool is_compacted = next != compacted_.end() && *next == number;
    return is_compacted ? kFirstCompacted + before : number - before;
}

std::optional<Duration> Damage::damaged_before(std::uint64_t number, const ArchiveRecord& record,
                                               Duration now) const {
    constexpr unsigned kRepairBits = 16;
    if (!mean_) return std::nullopt;
    Repair repair{std::max(record.stored, Duration{0})};
    if (record.repaired != 0) repair = repairs_.at(number);
    const std::uint64_t draw = times_.at((draw_of(number) << kRepairBits) + repair.times);
    const Duration damaged = repair.at + random::exponential(draw, *mean_);
    return damaged < now ? std::optional{damaged} : std::nullopt;
}

bool Damage::is_year_old(Duration damaged) const { return horizon_ - damaged >= kYear; }

bool Damage::read(std::uint64_t number, ArchiveRecord& record, Reader reader, Duration now) {
    const auto damaged = damaged_before(number, record, now);
    if (!damaged) return false;
    counts_.happened += 1;
    found_by(counts_, reader) += 1;
    unseen_.add({&*damaged, 1}, now);
    counts_.year_old += is_year_old(*damaged) ? 1U : 0U;
    counts_.found_within_year += is_year_old(*damaged) && now - *damaged <= kYear ? 1U : 0U;
    Repair& repair = repairs_[number];
    repair = {now, repair.times + 1};
    record.repaired = 1;
    return true;
}

void Damage::removed(std::uint64_t number, const ArchiveRecord& record, Duration now) {
    const auto damaged = damaged_before(number, record, now);
    if (record.repaired != 0) repairs_.erase(number);
    if (!damaged) return;
    counts_.happened += 1;
    counts_.gone += 1;
    counts_.year_old += is_year_old(*damaged) ? 1U : 0U;
}

DamageOutcome Damage::outcome(const Catalogue& catalogue) const {
    DamageOutcome outcome = counts_;
    outcome.unseen = unseen_.summary();
    if (!mean_) return outcome;
    for (std::uint64_t number = catalogue.begin_number(); number < catalogue.end_number(); ++number) {
        const ArchiveRecord* record = catalogue.find(number);
        if (record == nullptr) continue;
        const auto damaged = damaged_before(number, *record, horizon_);
        if (!damaged) continue;
        outcome.happened += 1;
        outcome.unseen_now += 1;
        outcome.year_old += is_year_old(*damaged) ? 1U : 0U;
    }
    return outcome;
}

}  // namespace firn::service
