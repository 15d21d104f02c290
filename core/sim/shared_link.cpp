#include "core/sim/shared_link.hpp"

#include <algorithm>
#include <cassert>

namespace firn::sim {

SharedLink::SharedLink(ByteRate link, ByteRate upload_limit, ByteRate download_limit)
    : link_{link.bytes_per_second()},
      classes_{Class{.limit = upload_limit.bytes_per_second(), .rate = 1},
               Class{.limit = download_limit.bytes_per_second(), .rate = 1}} {
    share();
}

void SharedLink::begin(FlowClass flow_class, std::uint64_t id, Bytes bytes, Duration now) {
    advance(now);
    Class& mine = of(flow_class);
    mine.flows.add({.target = mine.clock + work_of(bytes), .order = begun_++, .id = id, .bytes = bytes});
    if (bytes == Bytes{} && !paused_) end_moved(flow_class);
    share();
}

EndedFlow SharedLink::end_next(Duration now) {
    advance(now);
    assert(!moved_wholly_.empty());
    const EndedFlow ended = moved_wholly_.pop();
    foresee();
    return ended;
}

void SharedLink::restart_all(Duration now) {
    advance(now);
    for (Class& flows_of : classes_) {
        restart(flows_of);
    }
    foresee();
}

void SharedLink::pause(Duration now) {
    advance(now);
    paused_ = true;
    foresee();
}

void SharedLink::resume(Duration now) {
    advance(now);
    paused_ = false;
    end_moved(FlowClass::upload);
    end_moved(FlowClass::download);
    share();
}

UInt128 SharedLink::moved(FlowClass flow_class, Duration now) {
    advance(now);
    return of(flow_class).moved / kWorkOfByte;
}

void SharedLink::advance(Duration now) {
    assert(now >= now_ && now <= next_end_);
    const auto elapsed = static_cast<Work>((now - now_).count());
    now_ = now;
    if (paused_ || elapsed == 0) return;
    for (Class& flows_of : classes_) {
        const Work each = static_cast<Work>(flows_of.rate) * elapsed;
        flows_of.clock += each;
        flows_of.moved += each * flows_of.flows.size();
    }
    if (now < next_end_) return;
    end_moved(FlowClass::upload);
    end_moved(FlowClass::download);
    share();
}

/// The last microsecond of a flow may have room for more than it had left.
void SharedLink::end_moved(FlowClass flow_class) {
    Class& flows_of = of(flow_class);
    while (!flows_of.flows.empty() && flows_of.flows.least().target <= flows_of.clock) {
        const Flow flow = flows_of.flows.take_least();
        flows_of.moved -= flows_of.clock - flow.target;
        moved_wholly_.push(now_, flow.order, {.flow_class = flow_class, .id = flow.id});
    }
}

void SharedLink::restart(Class& flows_of) {
    for (Flow& flow : flows_of.flows.take_all()) {
        flow.target = flows_of.clock + work_of(flow.bytes);
        flows_of.flows.add(flow);
    }
}

/// The class that may have less comes first: what it leaves is the other's.
void SharedLink::share() {
    const bool upload_first = of(FlowClass::upload).limit <= of(FlowClass::download).limit;
    Class& narrow = of(upload_first ? FlowClass::upload : FlowClass::download);
    Class& wide = of(upload_first ? FlowClass::download : FlowClass::upload);
    narrow.rate = share_of(link_, narrow.flows.size() + wide.flows.size(), narrow.limit);
    const bool bounded = narrow.rate == narrow.limit;
    const std::int64_t taken = bounded ? narrow.limit * static_cast<std::int64_t>(narrow.flows.size()) : 0;
    const std::size_t sharers = wide.flows.size() + (bounded ? 0 : narrow.flows.size());
    wide.rate = share_of(link_ - taken, sharers, wide.limit);
    foresee();
}

/// Of each of so many flows; of one where there is none.
std::int64_t SharedLink::share_of(std::int64_t rate, std::size_t flows, std::int64_t limit) {
    const std::int64_t even = rate / static_cast<std::int64_t>(std::max<std::size_t>(flows, 1));
    return std::clamp<std::int64_t>(even, 1, limit);
}

void SharedLink::foresee() {
    if (!moved_wholly_.empty()) {
        next_end_ = now_;
    } else if (paused_) {
        next_end_ = Duration::max();
    } else {
        next_end_ = std::min(end_of_least(of(FlowClass::upload)), end_of_least(of(FlowClass::download)));
    }
}

Duration SharedLink::end_of_least(const Class& flows_of) const {
    if (flows_of.flows.empty()) return Duration::max();
    const Work left = flows_of.flows.least().target - flows_of.clock;
    const auto rate = static_cast<Work>(flows_of.rate);
    const Work until_end = (left + rate - 1) / rate;
    const auto until_never = static_cast<Work>((Duration::max() - now_).count());
    return now_ + Duration{static_cast<std::int64_t>(std::min(until_end, until_never))};
}

}  // namespace firn::sim
