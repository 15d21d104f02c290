#include "core/service/link_traffic.hpp"

#include <algorithm>
#include <utility>

namespace firn::service {

LinkTraffic::LinkTraffic(ByteRate link, ByteRate upload_rate, ByteRate download_rate,
                         sim::OutageCalendar outages)
    : link_{link, upload_rate, download_rate},
      outages_{std::move(outages)},
      outage_begins_{outages_.next_begin(Duration{0})} {}

void LinkTraffic::begin(sim::FlowClass flow_class, std::uint64_t id, Bytes bytes, Duration now) {
    // Outages that came and went while nothing flowed concern nobody; no transfer begins within one.
    if (!outage_ends_ && outage_begins_ < now) outage_begins_ = outages_.next_begin(now);
    link_.begin(flow_class, id, bytes, now);
}

bool LinkTraffic::carries() const {
    return link_.flows(sim::FlowClass::upload) > 0 || link_.flows(sim::FlowClass::download) > 0;
}

Duration LinkTraffic::next() const {
    if (outage_ends_) return std::min(*outage_ends_, link_.next_end());
    return carries() ? std::min(outage_begins_, link_.next_end()) : link_.next_end();
}

std::optional<sim::EndedFlow> LinkTraffic::advance(Duration now) {
    // What ends with the begin of an outage has ended.
    if (link_.next_end() <= now) {
        cuts_ = 0;
        return link_.end_next(now);
    }
    if (outage_ends_ && *outage_ends_ <= now) {
        link_.resume(now);
        resumed_ = now;
        outage_ends_.reset();
        outage_begins_ = outages_.next_begin(now);
    } else if (outage_begins_ <= now) {
        link_.restart_all(now);
        ++cuts_;
        link_.pause(now);
        outage_ends_ = outages_.resume(now);
    }
    return std::nullopt;
}

}  // namespace firn::service
