#include "core/io/gzip.hpp"

#define ZLIB_CONST  // zlib then takes its input as const
#include <zlib.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <new>

namespace firn::io {

namespace {

constexpr int kGzipFormat = 16 + MAX_WBITS;
constexpr int kMemoryLevel = 8;
constexpr std::size_t kPackAtOnce = 1 << 16;

const Bytef* as_input(const char* bytes) { return reinterpret_cast<const Bytef*>(bytes); }

uInt as_count(std::size_t n) {
    return static_cast<uInt>(std::min<std::size_t>(n, std::numeric_limits<uInt>::max()));
}

void require(int status) {
    if (status != Z_OK) throw std::bad_alloc{};
}

}  // namespace

bool starts_as_gzip(std::string_view bytes) { return bytes.substr(0, 2) == "\x1f\x8b"; }

GzipUnpacker::GzipUnpacker() : stream_{std::make_unique<z_stream>()} {
    require(inflateInit2(stream_.get(), kGzipFormat));
}

GzipUnpacker::GzipUnpacker(GzipUnpacker&&) noexcept = default;

GzipUnpacker& GzipUnpacker::operator=(GzipUnpacker&& other) noexcept {
    stream_.swap(other.stream_);
    return *this;
}

GzipUnpacker::~GzipUnpacker() {
    if (stream_) inflateEnd(stream_.get());
}

UnpackStatus GzipUnpacker::unpack(std::span<const char>& packed, std::span<char>& room) {
    stream_->next_in = as_input(packed.data());
    stream_->avail_in = as_count(packed.size());
    stream_->next_out = reinterpret_cast<Bytef*>(room.data());
    stream_->avail_out = as_count(room.size());
    const int status = inflate(stream_.get(), Z_NO_FLUSH);
    packed = packed.last(stream_->avail_in);
    room = room.last(stream_->avail_out);
    if (status == Z_STREAM_END) return UnpackStatus::member_ended;
    return status == Z_OK || status == Z_BUF_ERROR ? UnpackStatus::going_on : UnpackStatus::corrupt;
}

void GzipUnpacker::begin_member() { require(inflateReset(stream_.get())); }

GzipPacker::GzipPacker() : stream_{std::make_unique<z_stream>()} {
    require(deflateInit2(stream_.get(), Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipFormat, kMemoryLevel,
                         Z_DEFAULT_STRATEGY));
}

GzipPacker::GzipPacker(GzipPacker&&) noexcept = default;

GzipPacker& GzipPacker::operator=(GzipPacker&& other) noexcept {
    stream_.swap(other.stream_);
    return *this;
}

GzipPacker::~GzipPacker() {
    if (stream_) deflateEnd(stream_.get());
}

void GzipPacker::pack(std::string_view text, std::string& packed) {
    while (!text.empty()) {
        const std::string_view piece = text.substr(0, kPackAtOnce);
        stream_->next_in = as_input(piece.data());
        stream_->avail_in = as_count(piece.size());
        deflate_into(packed, Z_NO_FLUSH);
        text.remove_prefix(piece.size());
    }
}

void GzipPacker::finish(std::string& packed) {
    stream_->avail_in = 0;
    deflate_into(packed, Z_FINISH);
}

void GzipPacker::deflate_into(std::string& packed, int flush) {
    do {
        const std::size_t before = packed.size();
        packed.resize(before + kPackAtOnce);
        stream_->next_out = reinterpret_cast<Bytef*>(&packed[before]);
        stream_->avail_out = as_count(kPackAtOnce);
        [[maybe_unused]] const int status = deflate(stream_.get(), flush);
        assert(status != Z_STREAM_ERROR);
        packed.erase(before + (kPackAtOnce - stream_->avail_out));
    } while (stream_->avail_out == 0);
}

}  // namespace firn::io
