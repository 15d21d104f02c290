#include "core/service/retrievals.hpp"

#include <cassert>

namespace firn::service {

std::uint32_t Retrievals::add(const Retrieval& retrieval) {
    if (unused_.empty()) {
        assert(all_.size() < kNone);
        all_.push_back(retrieval);
        return static_cast<std::uint32_t>(all_.size() - 1);
    }
    const std::uint32_t at = unused_.back();
    unused_.pop_back();
    const std::uint32_t generation = all_[at].generation;
    all_[at] = retrieval;
    all_[at].generation = generation;
    return at;
}

void Retrievals::make_unused(std::uint32_t at) {
    ++all_[at].generation;
    unused_.push_back(at);
}

void Retrievals::link(std::uint32_t at) {
    ArchiveRecord& record = *vault_.find(all_[at].archive);
    all_[at].next_of_archive = record.retrieval;
    record.retrieval = at & kNone;
}

void Retrievals::unlink(std::uint32_t at) {
    ArchiveRecord* record = vault_.find(all_[at].archive);
    if (record == nullptr) return;
    const std::uint32_t next = all_[at].next_of_archive;
    if (record->retrieval == at) {
        record->retrieval = next & kNone;
        return;
    }
    for (std::uint32_t before = record->retrieval; before != kNone; before = all_[before].next_of_archive) {
        if (all_[before].next_of_archive != at) continue;
        all_[before].next_of_archive = next;
        return;
    }
}

void Retrievals::come_first(std::uint32_t at) {
    const ArchiveRecord* record = vault_.find(all_[at].archive);
    if (record == nullptr || record->retrieval == at) return;
    unlink(at);
    link(at);
}

std::optional<std::uint32_t> Retrievals::copy_with(std::uint32_t first, const RetrievalRange& range,
                                                   Duration now) const {
    for (std::uint32_t at = first; at != kNone; at = all_[at].next_of_archive) {
        if (all_[at].is_ready && now < all_[at].copy_until && all_[at].range.holds(range)) return at;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Retrievals::open_one(std::uint32_t first, std::size_t tier,
                                                  const RetrievalRange& range) const {
    for (std::uint32_t at = first; at != kNone; at = all_[at].next_of_archive) {
        if (!all_[at].is_ready && all_[at].tier == tier && all_[at].range == range) return at;
    }
    return std::nullopt;
}

}  // namespace firn::service
