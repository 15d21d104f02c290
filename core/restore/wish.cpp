#include "core/restore/wish.hpp"

#include "core/storage/retrieval_times.hpp"

#include <array>

namespace firn::restore {

namespace {

constexpr std::array kPacings{Pacing::none, Pacing::link, Pacing::deadline, Pacing::free, Pacing::capacity};

}  // namespace

std::string_view to_text(Pacing pacing) {
    switch (pacing) {
        case Pacing::none:
            return "none";
        case Pacing::link:
            return "link";
        case Pacing::deadline:
            return "deadline";
        case Pacing::free:
            return "free";
        case Pacing::capacity:
            return "capacity";
    }
    return {};
}

std::optional<Pacing> parse_pacing(std::string_view text) {
    for (const Pacing pacing : kPacings) {
        if (to_text(pacing) == text) return pacing;
    }
    return std::nullopt;
}

void fill_request_rate(Wish& wish) {
    if (!wish.request_rate && !storage::is_vault(wish.storage_class)) wish.request_rate = kUsualRequestRate;
}

Bytes bytes_before(const Wish& wish, std::int64_t archive) {
    if (wish.sizes) return wish.sizes->bytes_before(archive);
    const auto product = static_cast<Int128>(wish.bytes.count()) * archive;
    return Bytes{static_cast<std::int64_t>(product / wish.archives)};
}

Bytes largest_archive(const Wish& wish) {
    if (wish.sizes) return wish.sizes->largest();
    const std::int64_t whole = wish.bytes.count() / wish.archives;
    return Bytes{whole + (wish.bytes.count() % wish.archives == 0 ? 0 : 1)};
}

Duration time_for(Bytes bytes, ByteRate rate) {
    constexpr Int128 kSecond = 1'000'000;
    const Int128 per_second = rate.bytes_per_second();
    const Int128 time = (bytes.count() * kSecond + per_second - 1) / per_second;
    return Duration{static_cast<std::int64_t>(time)};
}

}  // namespace firn::restore
