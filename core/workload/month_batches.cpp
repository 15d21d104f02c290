#include "core/workload/month_batches.hpp"

#include <algorithm>
#include <utility>

namespace firn::workload {

MonthBatches::MonthBatches(std::int64_t files, std::shared_ptr<const BatchSizes> sizes, Duration spread,
                           MonthHours hours, const Draws& draws)
    : sizes_{std::move(sizes)},
      spread_{static_cast<std::uint64_t>(spread.count())},
      hours_{std::move(hours)},
      size_draws_{draws.sizes},
      batches_{batches_for(files)},
      begins_{draws.begins, batches_},
      files_left_{static_cast<std::uint64_t>(files)} {
    find_begin();
    open_batches();
}

/// How many batches hold so many files.
std::uint64_t MonthBatches::batches_for(std::int64_t files) const {
    std::uint64_t batches = 0;
    for (auto left = files; left > 0; ++batches)
        left -= static_cast<std::int64_t>(size_of(batches));
    return batches;
}

std::uint64_t MonthBatches::size_of(std::uint64_t batch) const {
    return static_cast<std::uint64_t>(sizes_->files(size_draws_.at(batch)));
}

void MonthBatches::find_begin() {
    if (next_batch_ < batches_) begin_ = hours_.at(begins_.next());
}

/// Opens the batches that begin no later than the next file of those that are open.
void MonthBatches::open_batches() {
    while (next_batch_ < batches_ && (open_.empty() || begin_ <= open_.top().at)) {
        const std::uint64_t files = std::min(size_of(next_batch_), files_left_);
        const std::uint64_t span = std::min(spread_, hours_.length() - begin_);
        open_.push({.at = begin_, .begin = begin_, .span = span, .next = 0, .files = files});
        files_left_ -= files;
        ++next_batch_;
        find_begin();
    }
}

void MonthBatches::advance() {
    OpenBatch batch = open_.top();
    open_.pop();
    if (++batch.next < batch.files) {
        batch.at = batch.begin + batch.span * batch.next / batch.files;
        open_.push(batch);
    }
    open_batches();
}

}  // namespace firn::workload
