#pragma once

namespace firn::io {

/// An open file descriptor, closed at the end of its life.
class FileHandle {
  public:
    FileHandle() = default;
    explicit FileHandle(int descriptor) : descriptor_{descriptor} {}
    FileHandle(FileHandle&& other) noexcept;
    FileHandle& operator=(FileHandle&& other) noexcept;
    ~FileHandle();

    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    [[nodiscard]] int get() const { return descriptor_; }
    /// Gives the descriptor away: who gets it closes it.
    int release();
    /// Closes; false when the system had an error to report (a write that failed late).
    bool close();

  private:
    int descriptor_ = -1;
};

}  // namespace firn::io
