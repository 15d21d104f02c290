#pragma once

#include "core/backup/ordered_files.hpp"
#include "core/units/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::backup {

/// Where files lie in the tars that hold them, as far back as an open directory needs them. Memory: 16 bytes
/// a file.
class FilePlaces {
  public:
    void append(const OrderedFiles& files);

    /// The bytes from the begin of a tar that begins with the file of number `first` to the content of that
    /// of number `file`.
    [[nodiscard]] Bytes offset(std::uint64_t first, std::uint64_t file) const;
    [[nodiscard]] Bytes size(std::uint64_t file) const { return sizes_[file - forgotten_]; }

    /// Forgets the files before that number. Moves what is kept only when that is the smaller part.
    void forget_before(std::uint64_t number);

  private:
    std::vector<std::uint64_t> tar_before_;
    std::vector<Bytes> sizes_;
    std::uint64_t forgotten_ = 0;
};

}  // namespace firn::backup
