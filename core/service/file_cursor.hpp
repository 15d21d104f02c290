#pragma once

#include "core/service/file_stream.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace firn::service {

/// The files of a stream one by one.
class FileCursor {
  public:
    explicit FileCursor(FileStream files) : files_{std::move(files)} {}

    /// The next file, or nullptr at the end, and after an error.
    [[nodiscard]] const File* peek() {
        if (position_ == page_.size()) {
            position_ = 0;
            if (!files_.read(page_)) return nullptr;
        }
        return &page_[position_];
    }
    /// After peek() gave a file: the next call gives the one behind it. Until then it lies where it lay.
    void pop() { ++position_; }

    [[nodiscard]] const std::optional<Diagnostics>& error() const { return files_.error(); }

  private:
    FileStream files_;
    std::vector<File> page_;
    std::size_t position_ = 0;
};

}  // namespace firn::service
