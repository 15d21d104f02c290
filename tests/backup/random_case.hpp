#pragma once

#include "core/random/stream.hpp"
#include "tests/backup/slow_model.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::backup {

/// A pipeline, a horizon and files, drawn so that the odd cases are frequent: empty files, equal times,
/// bundles of one byte, one worker, more workers than files, ages of a microsecond, transfers that take no
/// time.
struct RandomCase {
    PipelineSettings settings;
    ReplayOptions options;
    std::vector<slow::File> files;
    std::size_t per_block = 1;
};

class CaseMaker {
  public:
    explicit CaseMaker(std::uint64_t seed) : stream_{seed, "random-case"} {}

    RandomCase make() {
        RandomCase drawn;
        drawn.settings = pipeline();
        drawn.options = options();
        drawn.files = files(one_of(std::array<std::size_t, 5>{0, 1, 20, 100, 250}));
        drawn.per_block = one_of(std::array<std::size_t, 5>{1, 2, 7, 64, 4096});
        return drawn;
    }

  private:
    std::int64_t number(std::int64_t first, std::int64_t last) {
        return stream_.between(next_++, first, last);
    }

    template <class T, std::size_t N>
    T one_of(const std::array<T, N>& choices) {
        return choices.at(stream_.below(next_++, N));
    }

    PipelineSettings pipeline() {
        PipelineSettings settings;
        settings.fetchers = static_cast<std::uint32_t>(number(1, one_of(std::array{1, 4, 70})));
        settings.fetch_latency = Duration{one_of(std::array{0, 1, 10, 20'000})};
        settings.fetch_rate =
            ByteRate{one_of(std::array<std::int64_t, 5>{1'000'000, 999'983, 10'000'000, 3 << 20, 1LL << 40})};
        settings.packing =
            one_of(std::array{Packing::bundled, Packing::bundled, Packing::bundled, Packing::each_alone});
        settings.bundle_size =
            Bytes{one_of(std::array<std::int64_t, 5>{1, 100, 4096, 1'000'000, 25'000'000})};
        using Age = std::optional<Duration>;
        settings.max_age = one_of(
            std::array<Age, 5>{Age{}, Duration{1}, Duration{50}, Duration{20'000}, Duration{30'000'000}});
        settings.uploaders = static_cast<std::uint32_t>(number(1, one_of(std::array{1, 4, 70})));
        settings.upload_latency = Duration{one_of(std::array{0, 1, 50'000})};
        settings.upload_rate =
            ByteRate{one_of(std::array<std::int64_t, 4>{1'000'000, 7'000'001, 20'000'000, 1LL << 40})};
        using CallSize = std::optional<Bytes>;
        settings.call_size = one_of(std::array<CallSize, 3>{CallSize{}, Bytes{3000}, Bytes::from_mib(8)});
        return settings;
    }

    ReplayOptions options() {
        ReplayOptions options;
        options.start =
            *parse_rfc3339(one_of(std::array{"2012-11-01", "2012-12-31T23:59:59.999Z", "2013-02-10T07:00Z"}));
        options.months = static_cast<int>(number(1, 3));
        options.extend_horizon = number(0, 1) == 1;
        options.opening = {static_cast<std::uint64_t>(number(0, 5)), Bytes{number(0, 1'000'000)},
                           Bytes{number(0, 900'000)}};
        return options;
    }

    std::vector<slow::File> files(std::size_t count) {
        const auto largest_gap = one_of(std::array<std::int64_t, 5>{0, 3, 1000, 60'000'000, 86'400'000'000});
        const auto largest_size =
            one_of(std::array<std::int64_t, 6>{0, 3, 512, 100'000, 30'000'000, 1LL << 41});
        std::vector<slow::File> files(count);
        std::int64_t now = number(0, largest_gap);
        for (slow::File& file : files) {
            // Half of the files arrive with the one before, a third is empty or of one size.
            now += number(0, 1) * number(0, largest_gap);
            file.arrival = static_cast<std::uint64_t>(now);
            file.size = static_cast<std::uint64_t>(
                one_of(std::array<std::int64_t, 3>{0, largest_size, number(0, largest_size)}));
        }
        return files;
    }

    random::Stream stream_;
    std::uint64_t next_ = 0;
};

}  // namespace firn::backup
