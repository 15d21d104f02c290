#include "core/service/restore_meter.hpp"

#include "core/sim/instruction_set.hpp"

#include <algorithm>
#include <utility>

namespace firn::service {

RestoreMeter::RestoreMeter(std::string name, Duration horizon, std::optional<Duration> within)
    : horizon_{horizon},
      within_{within},
      times_{backup::Quantiles::sketch, sim::kernels_of(sim::InstructionSet::portable)} {
    counts_.name = std::move(name);
}

void RestoreMeter::asked(std::uint64_t files, Duration made) {
    counts_.requests += files;
    if (is_due(made)) due_ += files;
}

void RestoreMeter::not_found(std::uint64_t files, Duration made) {
    counts_.not_found += files;
    if (is_due(made)) due_ -= files;
}

void RestoreMeter::restored(std::uint64_t files, Duration made, Duration now) {
    constexpr std::uint64_t kAtOnce = 256;
    if (now > horizon_) return;
    counts_.restored += files;
    if (within_ && now - made <= *within_) {
        counts_.in_time += files;
        if (is_due(made)) due_in_time_ += files;
    }
    last_ = std::max(last_, now);
    starts_.assign(std::min(files, kAtOnce), made);
    for (std::uint64_t left = files; left > 0; left -= std::min(left, kAtOnce)) {
        times_.add({starts_.data(), std::min(left, kAtOnce)}, now);
    }
}

void RestoreMeter::all_asked(Duration now) {
    all_asked_ = true;
    last_ = std::max(last_, now);
}

RestoreOutcome RestoreMeter::outcome() const {
    RestoreOutcome outcome = counts_;
    outcome.open = outcome.requests - outcome.not_found - outcome.restored;
    outcome.overdue = due_ - due_in_time_;
    outcome.time = times_.summary();
    if (all_asked_ && outcome.open == 0) outcome.complete = last_;
    return outcome;
}

}  // namespace firn::service
