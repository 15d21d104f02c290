#include "core/backup/bundler.hpp"

#include "core/sim/ascending_search.hpp"

#include <algorithm>
#include <cstddef>

namespace firn::backup {
namespace {

using sim::first_not_below;

Bytes to_bytes(std::uint64_t count) { return Bytes{static_cast<std::int64_t>(count)}; }

}  // namespace

Bundler::Bundler(const PipelineSettings& settings)
    : packing_{settings.packing},
      bundle_size_{static_cast<std::uint64_t>(settings.bundle_size.count())},
      max_age_{settings.max_age} {}

void Bundler::cut(const OrderedFiles& files, std::vector<ClosedBundle>& closed) {
    if (files.files == 0) return;
    if (packing_ == Packing::each_alone) {
        cut_singles(files, closed);
        seen_ += files.files;
        return;
    }
    std::size_t next = 0;
    while (next < files.files) {
        if (!open_) open_at(files, next);
        // raw_before[i + 1] includes file i: the file that fills the directory is the first to bring it to
        // the size.
        const std::size_t filling =
            first_not_below(files.raw_before, next + 1, files.files + 1, open_->raw_before + bundle_size_) -
            1;
        const std::size_t last = std::min(filling, files.files - 1);
        if (files.completions[last] >= open_->ages_out) {
            next = first_not_below(files.completions, next, last, open_->ages_out);
            closed.push_back(close(files, next, open_->ages_out, true));
        } else if (filling < files.files) {
            next = filling + 1;
            closed.push_back(close(files, next, files.completions[filling], false));
        } else {
            next = files.files;
        }
    }
    seen_ += files.files;
    last_completion_ = files.completions[files.files - 1];
    raw_so_far_ = files.raw_before[files.files];
    tar_so_far_ = files.tar_before[files.files];
}

void Bundler::finish(std::vector<ClosedBundle>& closed) {
    if (!open_) return;
    const Duration at = max_age_ ? open_->ages_out : last_completion_;
    closed.push_back({.closed = at,
                      .first = open_->first,
                      .end = seen_,
                      .raw = to_bytes(raw_so_far_ - open_->raw_before),
                      .archive = to_bytes(tar_so_far_ - open_->tar_before + kTarEnd),
                      .by_age = max_age_.has_value()});
    open_.reset();
}

void Bundler::cut_singles(const OrderedFiles& files, std::vector<ClosedBundle>& closed) {
    for (std::size_t i = 0; i < files.files; ++i) {
        const std::uint64_t number = files.before + i;
        closed.push_back({files.completions[i], number, number + 1, files.size(i), files.size(i), false});
    }
}

void Bundler::open_at(const OrderedFiles& files, std::size_t position) {
    const Duration opened = files.completions[position];
    const bool ages = max_age_ && *max_age_ <= Duration::max() - opened;
    open_ = OpenDirectory{.ages_out = ages ? opened + *max_age_ : Duration::max(),
                          .first = files.before + position,
                          .raw_before = files.raw_before[position],
                          .tar_before = files.tar_before[position]};
}

ClosedBundle Bundler::close(const OrderedFiles& files, std::size_t end, Duration at, bool by_age) {
    const ClosedBundle bundle{.closed = at,
                              .first = open_->first,
                              .end = files.before + end,
                              .raw = to_bytes(files.raw_before[end] - open_->raw_before),
                              .archive = to_bytes(files.tar_before[end] - open_->tar_before + kTarEnd),
                              .by_age = by_age};
    open_.reset();
    return bundle;
}

}  // namespace firn::backup
