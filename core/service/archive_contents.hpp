#pragma once

#include "core/service/archive_record.hpp"
#include "core/sim/large_pages.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace firn::service {

/// The contents of archives, by the archives' numbers. Where a long run of archives has none that is kept,
/// as when each file is an archive of its own, they take no memory.
class ArchiveContents {
  public:
    void keep(std::uint64_t number, const ArchiveContent& content);

    /// It is kept.
    [[nodiscard]] ArchiveContent& operator[](std::uint64_t number) { return *at(number); }
    [[nodiscard]] const ArchiveContent& operator[](std::uint64_t number) const { return *at(number); }

    /// Whole pages before that number go. Numbers never decrease.
    void forget_before(std::uint64_t number);

  private:
    static constexpr std::size_t kPerPage = std::bit_floor(sim::kLargePage / sizeof(ArchiveContent));

    struct Free {
        void operator()(ArchiveContent* page) const noexcept { sim::free_large_page(page); }
    };

    [[nodiscard]] ArchiveContent* at(std::uint64_t number) const {
        return pages_[number / kPerPage - first_page_].get() + number % kPerPage;
    }

    std::vector<std::unique_ptr<ArchiveContent, Free>> pages_;
    std::uint64_t first_page_ = 0;
};

}  // namespace firn::service
