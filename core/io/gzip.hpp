#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct z_stream_s;

namespace firn::io {

/// True for bytes that begin as a gzip file does.
[[nodiscard]] bool starts_as_gzip(std::string_view bytes);

/// What became of packed bytes.
enum class UnpackStatus { going_on, member_ended, corrupt };

/// Unpacks one gzip member after the other.
class GzipUnpacker {
  public:
    GzipUnpacker();
    GzipUnpacker(GzipUnpacker&&) noexcept;
    GzipUnpacker& operator=(GzipUnpacker&&) noexcept;
    ~GzipUnpacker();

    /// Unpacks from `packed` into `room` and shortens both by what was used.
    [[nodiscard]] UnpackStatus unpack(std::span<const char>& packed, std::span<char>& room);

    /// Prepares for the next member.
    void begin_member();

  private:
    std::unique_ptr<z_stream_s> stream_;
};

/// Packs text as one gzip member; the time of packing is left out, so the same text gives the same bytes.
class GzipPacker {
  public:
    GzipPacker();
    GzipPacker(GzipPacker&&) noexcept;
    GzipPacker& operator=(GzipPacker&&) noexcept;
    ~GzipPacker();

    /// Appends to `packed` what the text gives so far.
    void pack(std::string_view text, std::string& packed);

    /// Appends the end of the member.
    void finish(std::string& packed);

  private:
    void deflate_into(std::string& packed, int flush);
    std::unique_ptr<z_stream_s> stream_;
};

}  // namespace firn::io
