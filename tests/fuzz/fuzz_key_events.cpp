// Any bytes as a table of keys that are asked for or deleted.

#include "core/io/key_events.hpp"
#include "tests/fuzz/laws.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace {

bool is_earlier(const firn::io::KeyEvent& a, const firn::io::KeyEvent& b) { return a.time < b.time; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string path = "fuzz_key_events." + std::to_string(getpid()) + ".csv";
    std::ofstream{path, std::ios::binary} << firn::fuzz::text_of(data, size);
    const firn::Instant start{firn::Duration{1'000'000}};
    const auto table = firn::io::read_key_events(path, start);
    if (table) {
        const auto& events = table->events;
        firn::fuzz::require(std::is_sorted(events.begin(), events.end(), is_earlier), "events come in order");
        firn::fuzz::require(events.empty() || events.front().time >= start, "nothing is before the start");
    } else {
        firn::fuzz::check_diagnostics(table.error());
    }
    unlink(path.c_str());
    return 0;
}
