#pragma once

#include "core/backup/transfer_time.hpp"
#include "core/service/download_link.hpp"
#include "core/service/life_event.hpp"
#include "core/service/life_outages.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/retrieval_range.hpp"
#include "core/sim/ring.hpp"

#include <cstdint>
#include <vector>

namespace firn::service {

/// What is to be downloaded, and for whom.
struct Download {
    RetrievalRange range{};
    Destination destination = Destination::outside;
    std::uint32_t retrieval = 0;
    std::uint32_t line = 0;
    std::uint32_t first_waiter = 0;
};

/// Downloads, first come first served: each by a downloader, with a latency and then at the download rate, or
/// over a link that somebody else owns.
class Downloads {
  public:
    Downloads(const RetrievalSettings& settings, LifeQueue& queue, LifeOutages& outages);

    /// Nobody has come yet.
    void set_link(DownloadLink* link) { link_ = link; }

    void add(const Download& download, Duration now);
    /// The event download_latency_ends: from now on the link carries it.
    void begin_transfer(std::uint64_t id, Duration now) { link_->begin(id, downloads_[id].range.bytes, now); }
    /// The event download_ends, or the link's word for it. The next one in line begins.
    Download end(std::uint64_t id, Duration now);

  private:
    void begin(std::uint32_t id, Duration now);

    LifeQueue& queue_;
    LifeOutages& outages_;
    DownloadLink* link_ = nullptr;
    Duration latency_;
    backup::TransferTime transfer_time_;
    std::uint32_t free_downloaders_;
    std::vector<Download> downloads_;
    std::vector<std::uint32_t> unused_;
    sim::Ring<std::uint32_t> line_;
};

}  // namespace firn::service
