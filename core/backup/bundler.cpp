#include "core/backup/bundler.hpp"

#include "core/sim/ascending_search.hpp"

#include <algorithm>
#include <cstddef>

namespace firn::backup {
namespace {

Bytes to_bytes(std::uint64_t count) { return Bytes{static_cast<std::int64_t>(count)}; }
std::uint64_t to_count(Bytes bytes) { return static_cast<std::uint64_t>(bytes.count()); }

}  // namespace

Bundler::Bundler(const PipelineSettings& settings)
    : packing_{settings.packing}, bundle_size_{to_count(settings.bundle_size)}, max_age_{settings.max_age} {}

void Bundler::set_bundle_size(Bytes size) { bundle_size_ = to_count(size); }

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
        const Duration* completions = files.completions.data();
        // raw_before[i + 1] includes file i, which is the one that fills the directory.
        const std::uint64_t* raw_with = files.raw_before.data() + 1;
        const Duration ages_out = open_->ages_out;
        const std::uint64_t full = open_->raw_before + bundle_size_;
        const std::size_t found = sim::first_where(next, files.files, [&](std::size_t i) {
            // Both sides always: one comparison more is cheaper than a branch.
            return (raw_with[i] >= full) | (completions[i] >= ages_out);
        });
        next = found;
        if (found == files.files) break;
        if (completions[found] >= ages_out) {
            closed.push_back(close(files, next, ages_out, true));
        } else {
            next = found + 1;
            closed.push_back(close(files, next, completions[found], false));
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
