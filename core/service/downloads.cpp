#include "core/service/downloads.hpp"

namespace firn::service {

Downloads::Downloads(const RetrievalSettings& settings, LifeQueue& queue, LifeOutages& outages)
    : queue_{queue},
      outages_{outages},
      latency_{settings.download_latency},
      transfer_time_{settings.download_rate},
      free_downloaders_{settings.downloaders} {}

void Downloads::add(const Download& download, Duration now) {
    if (unused_.empty()) {
        unused_.push_back(static_cast<std::uint32_t>(downloads_.size()));
        downloads_.emplace_back();
    }
    const std::uint32_t id = unused_.back();
    unused_.pop_back();
    downloads_[id] = download;
    if (free_downloaders_ == 0) {
        line_.push_back(id);
    } else {
        --free_downloaders_;
        begin(id, now);
    }
}

void Downloads::begin(std::uint32_t id, Duration now) {
    const Download& download = downloads_[id];
    if (link_ != nullptr && download.destination == Destination::outside) {
        queue_.push(outages_.end_of(now, latency_), {LifeEventKind::download_latency_ends, 0, id});
    } else {
        queue_.push(outages_.end_of(now, latency_ + transfer_time_.of(download.range.bytes)),
                    {LifeEventKind::download_ends, 0, id});
    }
}

Download Downloads::end(std::uint64_t id, Duration now) {
    const Download download = downloads_[id];
    unused_.push_back(static_cast<std::uint32_t>(id));
    if (line_.empty()) {
        ++free_downloaders_;
    } else {
        const std::uint32_t next = line_.front();
        line_.pop_front();
        begin(next, now);
    }
    return download;
}

}  // namespace firn::service
