#pragma once

#include "core/service/download_link.hpp"
#include "core/sim/outage_calendar.hpp"
#include "core/sim/shared_link.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace firn::service {

/// The link between the place and the service: uploads and downloads share it, and an outage cuts them all.
class LinkTraffic : public DownloadLink {
  public:
    /// `outages`: of network and service.
    LinkTraffic(ByteRate link, ByteRate upload_rate, ByteRate download_rate, sim::OutageCalendar outages);

    void begin_upload(std::uint64_t id, Bytes bytes, Duration now) {
        begin(sim::FlowClass::upload, id, bytes, now);
    }
    void begin(std::uint64_t id, Bytes bytes, Duration now) override {
        begin(sim::FlowClass::download, id, bytes, now);
    }

    /// When a flow ends, or an outage begins or ends; Duration::max() while nothing flows.
    [[nodiscard]] Duration next() const;
    /// What happens then; the flow that ends, if one does.
    [[nodiscard]] std::optional<sim::EndedFlow> advance(Duration now);

    /// Outages have cut all that flows sim::OutageCalendar::kMostCuts times on end: it is taken never to end.
    [[nodiscard]] bool never_ends() const { return cuts_ >= sim::OutageCalendar::kMostCuts; }

    /// When everything that flowed began anew, after the last outage that cut it; 0: there was none.
    [[nodiscard]] Duration resumed() const { return resumed_; }

    /// Archives that are being sent.
    [[nodiscard]] std::uint64_t uploads() const { return link_.flows(sim::FlowClass::upload); }

    /// Bytes that uploads, or downloads, have moved, in vain too.
    [[nodiscard]] UInt128 moved(sim::FlowClass flow_class, Duration now) {
        return link_.moved(flow_class, now);
    }

  private:
    void begin(sim::FlowClass flow_class, std::uint64_t id, Bytes bytes, Duration now);
    [[nodiscard]] bool carries() const;

    sim::SharedLink link_;
    sim::OutageCalendar outages_;
    Duration outage_begins_{};
    std::optional<Duration> outage_ends_{};
    Duration resumed_{};
    std::size_t cuts_ = 0;  ///< since a flow ended
};

}  // namespace firn::service
