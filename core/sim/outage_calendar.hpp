#pragma once

#include "core/units/time.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace firn::sim {

/// A time in which a resource is not there: [begin, end).
struct Outage {
    Duration begin{};
    Duration end{};

    friend bool operator==(const Outage&, const Outage&) = default;
};

/// Gives the outages of one kind, one after the other, by ascending begin; nullopt when there are no more. It
/// may be endless, if its begins rise without end.
using OutageOrigin = std::function<std::optional<Outage>()>;

/// When a resource is out. Outages of all origins that overlap or touch are one; an empty one is none.
///
/// Times that are asked for never decrease from call to call: what is past is forgotten, and outages are
/// asked of their origins no earlier than needed, so that the memory does not grow with the run.
class OutageCalendar {
  public:
    static constexpr std::size_t kMostCuts = 100'000;

    /// There are no outages.
    OutageCalendar() = default;

    /// No answer is later than `latest`, which stands for "not within the run": an attempt may never fit
    /// between outages that come without end.
    OutageCalendar(std::vector<OutageOrigin> origins, Duration latest);

    /// The first instant from t on that is outside of outages.
    [[nodiscard]] Duration resume(Duration t) { return t < clear_until_ ? t : resume_by_calendar(t); }

    /// When an attempt of this length ends. It begins at `start`, or at the end of the outage then, and
    /// begins anew at the end of each outage that cuts it. What ends with the begin of an outage has ended.
    /// What is cut kMostCuts times is taken never to end.
    [[nodiscard]] Duration end_of(Duration start, Duration length) {
        const bool is_clear = start < clear_until_ && length <= clear_until_ - start;
        return is_clear ? start + length : end_by_calendar(start, length);
    }

    /// The begin of the first outage that begins at t or later; Duration::max() if none does before `latest`.
    [[nodiscard]] Duration next_begin(Duration t) {
        return origins_.empty() ? Duration::max() : next_begin_by_calendar(t);
    }

  private:
    struct Origin {
        OutageOrigin give;
        std::optional<Outage> next{};
    };

    static Duration end_by(Duration start, Duration length, Duration until) {
        return start >= until || length >= until - start ? until : start + length;
    }

    [[nodiscard]] Duration resume_by_calendar(Duration t);
    [[nodiscard]] Duration end_by_calendar(Duration start, Duration length);
    [[nodiscard]] Duration next_begin_by_calendar(Duration t);

    void forget_before(Duration t);
    [[nodiscard]] bool know(std::size_t outages);
    [[nodiscard]] std::optional<Outage> next_of_all();
    [[nodiscard]] Origin* earliest_origin();
    void advance(Origin& origin) const;

    std::vector<Origin> origins_;
    Duration latest_ = Duration::max();
    /// No outage from the time that was asked for last until then; at most latest_.
    Duration clear_until_ = Duration::max();
    /// Those that are known and not over, ascending and apart from each other.
    std::deque<Outage> known_;
};

}  // namespace firn::sim
