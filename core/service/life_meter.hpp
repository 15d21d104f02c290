#pragma once

#include "core/service/archive_record.hpp"
#include "core/service/life_result.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace firn::service {

/// What the life of archives uses, by month. Instants never decrease and are before the horizon.
class LifeMeter {
  public:
    /// The minimums are those of the class.
    LifeMeter(Instant start, Duration horizon, Duration minimum_duration, Bytes minimum_size);

    /// A retrieval starts.
    void retrieved(std::size_t tier, Bytes bytes, Duration now);
    /// To be told of each of them.
    void when_retrieved(std::function<void(Bytes bytes, Duration now)> tell) {
        tell_retrieved_ = std::move(tell);
    }
    void transferred_out(Bytes bytes, Duration now);
    /// `raw`: of its files, dead ones too.
    void added(const ArchiveRecord& record, Bytes raw, Duration now);
    /// Gives whether it was deleted early.
    bool removed(const ArchiveRecord& record, Bytes raw, Duration now);

    [[nodiscard]] const std::vector<MonthlyLife>& months() const { return months_; }

  private:
    MonthlyLife& month_of(Duration now);
    [[nodiscard]] DeletedArchives& deleted_early(MonthlyLife& month, Instant at, Duration age,
                                                 bool is_small) const;
    void change(VaultChange& change, const ArchiveRecord& record, Bytes raw, Duration now) const;

    Instant start_;
    Duration minimum_;
    Bytes minimum_size_;
    std::vector<MonthlyLife> months_;
    std::vector<Duration> ends_;
    std::size_t current_ = 0;
    std::function<void(Bytes, Duration)> tell_retrieved_;
};

}  // namespace firn::service
