#include "tests/bench/csv_by_hand.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <memory>
#include <string_view>

namespace firn::bench {

namespace {

std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

int small_number(std::string_view text) { return static_cast<int>(number(text)); }

/// "2013-03-05T07:30:15.25Z" or whole microseconds.
Duration time_of(std::string_view text) {
    if (text.size() < 20 || text[4] != '-') return Duration{number(text)};
    using namespace std::chrono;
    const sys_days day{year_month_day{year{small_number(text.substr(0, 4))},
                                      month{static_cast<unsigned>(number(text.substr(5, 2)))},
                                      std::chrono::day{static_cast<unsigned>(number(text.substr(8, 2)))}}};
    Duration time = day.time_since_epoch() + hours{number(text.substr(11, 2))} +
                    minutes{number(text.substr(14, 2))} + seconds{number(text.substr(17, 2))};
    std::int64_t unit = 100'000;
    for (std::size_t i = 20; i < text.size() && text[i] != 'Z'; ++i, unit /= 10)
        time += Duration{(text[i] - '0') * unit};
    return time;
}

}  // namespace

workload::FileSource csv_by_hand(const std::string& path) {
    auto file = std::make_shared<std::ifstream>(path);
    std::string line;
    std::getline(*file, line);
    return [file, line](workload::FileBlock& block) mutable -> Result<bool> {
        block.clear();
        while (block.files() < workload::kFilesPerBlock && std::getline(*file, line)) {
            const std::string_view text{line};
            const std::size_t comma = text.find(',');
            block.arrivals.push_back(time_of(text.substr(0, comma)));
            block.sizes.emplace_back(number(text.substr(comma + 1)));
        }
        return block.files() > 0;
    };
}

}  // namespace firn::bench
