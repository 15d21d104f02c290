#pragma once

#include "core/diag/result.hpp"
#include "core/random/stream.hpp"
#include "core/service/deletion_entries.hpp"
#include "core/service/file.hpp"
#include "core/service/file_traits.hpp"
#include "core/service/place_settings.hpp"
#include "core/workload/file_source.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace firn::service {

/// The files of a source, each with its traits and what chance has in store for it, a page at a time.
class FileStream {
  public:
    /// Files of a page, but for the last of a block of the source.
    static constexpr std::size_t kFilesPerPage = 256;

    /// `first_number`: of its first file. The source and the traits must outlive the stream.
    FileStream(workload::FileSource source, const FileTraits& traits, const Faults& faults,
               std::uint64_t seed, std::uint64_t first_number);

    /// The next files in place of what is in the page; false, and none, at the end, and after an error.
    [[nodiscard]] bool read(std::vector<File>& page);

    [[nodiscard]] const std::optional<Diagnostics>& error() const { return error_; }
    /// In pages so far.
    [[nodiscard]] std::uint64_t files_read() const { return next_number_ - first_number_; }

  private:
    using Page = std::span<File>;

    [[nodiscard]] bool read_block();
    void draw();
    void group(Page page);
    void group_by(Page page, const std::vector<std::uint64_t>& groups);
    void select(Page page);
    void watch(Page page);
    [[nodiscard]] std::uint64_t expiry_group(const File& file) const;

    workload::FileSource source_;
    const FileTraits* traits_;
    random::Stream vanished_;
    random::Stream fetch_failures_;
    random::Stream deletions_;
    DeletionEntries deletion_entries_;
    std::vector<random::Stream> selections_;
    random::Chance vanishes_;
    random::Chance fails_;
    std::uint64_t first_number_;
    std::uint64_t next_number_;
    workload::FileBlock block_;
    /// Files of the block that pages have had.
    std::size_t position_ = 0;
    std::array<std::uint64_t, kFilesPerPage> vanished_draws_{};
    std::array<std::uint64_t, kFilesPerPage> failure_draws_{};
    std::array<std::uint64_t, kFilesPerPage> deletion_draws_{};
    std::array<std::uint64_t, kFilesPerPage> selection_draws_{};
    bool at_end_ = false;
    std::optional<Diagnostics> error_;
};

}  // namespace firn::service
