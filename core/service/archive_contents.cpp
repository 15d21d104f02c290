#include "core/service/archive_contents.hpp"

#include <algorithm>
#include <new>

namespace firn::service {

void ArchiveContents::keep(std::uint64_t number, const ArchiveContent& content) {
    const std::size_t page = number / kPerPage - first_page_;
    if (page >= pages_.size()) pages_.resize(page + 1);
    if (!pages_[page]) pages_[page].reset(static_cast<ArchiveContent*>(sim::allocate_large_page(page > 0)));
    ::new (static_cast<void*>(at(number))) ArchiveContent{content};
}

void ArchiveContents::forget_before(std::uint64_t number) {
    const std::uint64_t page = number / kPerPage;
    const std::size_t gone = std::min<std::size_t>(page - first_page_, pages_.size());
    if (gone == 0) return;
    pages_.erase(pages_.begin(), pages_.begin() + static_cast<std::ptrdiff_t>(gone));
    first_page_ += gone;
}

}  // namespace firn::service
