#include "core/io/md5.hpp"

#include <fmt/format.h>
#include <nettle/md5.h>

#include <array>
#include <cstdint>

namespace firn::io {

struct Md5::State {
    md5_ctx context{};
};

Md5::Md5() : state_{std::make_unique<State>()} { md5_init(&state_->context); }
Md5::Md5(Md5&&) noexcept = default;
Md5& Md5::operator=(Md5&&) noexcept = default;
Md5::~Md5() = default;

void Md5::add(std::span<const char> bytes) {
    const auto octets = std::as_bytes(bytes);
    md5_update(&state_->context, octets.size(), reinterpret_cast<const std::uint8_t*>(octets.data()));
}

std::string Md5::digest() {
    std::array<std::uint8_t, MD5_DIGEST_SIZE> octets{};
    md5_digest(&state_->context, octets.size(), octets.data());
    return fmt::format("{:02x}", fmt::join(octets, ""));
}

}  // namespace firn::io
