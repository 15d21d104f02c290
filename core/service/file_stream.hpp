#pragma once

#include "core/diag/result.hpp"
#include "core/random/stream.hpp"
#include "core/service/file.hpp"
#include "core/service/file_traits.hpp"
#include "core/service/place_settings.hpp"
#include "core/workload/file_source.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

/// The files of a source one by one, each with its traits and what chance has in store for it.
class FileStream {
  public:
    /// `first_number`: of its first file. The source and the traits must outlive the stream.
    FileStream(workload::FileSource source, const FileTraits& traits, const Faults& faults,
               std::uint64_t seed, std::uint64_t first_number);

    /// The next file, or nullptr at the end, and after an error.
    [[nodiscard]] const File* peek() {
        return position_ < files_.size() || read() ? &files_[position_] : nullptr;
    }
    void pop() { ++position_; }
    /// Whether the next file is the first of a block.
    [[nodiscard]] bool at_block_begin() const { return position_ == 0; }

    [[nodiscard]] const std::optional<Diagnostics>& error() const { return error_; }
    /// Files given out and in the block at hand.
    [[nodiscard]] std::uint64_t files_read() const { return next_number_ - first_number_; }

  private:
    bool read();
    void take_block();
    void draw_faults(std::uint64_t first);
    void group();
    void group_by(const std::vector<std::uint64_t>& groups);
    void select();
    void choose_deletions(std::uint64_t first);
    void watch();
    [[nodiscard]] std::uint64_t expiry_group(const File& file) const;

    workload::FileSource source_;
    const FileTraits* traits_;
    random::Stream vanished_;
    random::Stream fetch_failures_;
    random::Stream deletions_;
    std::vector<random::Stream> selections_;
    random::Chance vanishes_;
    random::Chance fails_;
    std::uint64_t first_number_;
    std::uint64_t next_number_;
    workload::FileBlock block_;
    std::vector<File> files_;
    std::vector<std::uint64_t> draws_;
    std::size_t position_ = 0;
    bool at_end_ = false;
    std::optional<Diagnostics> error_;
};

/// The entry of Life::deletions under which a draw falls, or kLivesOn.
[[nodiscard]] std::uint8_t deletion_entry(const std::vector<Deletions>& deletions, std::uint64_t random_bits);

}  // namespace firn::service
