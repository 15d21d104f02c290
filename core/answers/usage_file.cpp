#include "core/answers/usage_file.hpp"

#include "core/io/file_head.hpp"
#include "core/io/gzip.hpp"
#include "core/io/input_file.hpp"
#include "core/io/read_text_file.hpp"
#include "core/io/whole_file.hpp"
#include "core/yaml/usage_reader.hpp"

#include <array>
#include <string_view>

namespace firn::answers {

namespace {

bool is_packed(const std::string& path) {
    std::array<char, 2> magic{};
    auto file = io::InputFile::open(path);
    if (!file) return false;
    const auto count = file->read(magic);
    return count && io::starts_as_gzip(std::string_view{magic.data(), *count});
}

}  // namespace

bool is_usage_file(const std::string& path) {
    const auto head = io::read_file_head(path);
    return head && yaml::is_usage_text(*head);
}

Result<std::string> read_plain_or_packed(const std::string& path) {
    if (!is_packed(path)) return io::read_text_file(path);
    auto whole = io::WholeFile::read(path);
    if (!whole) return whole.error();
    return std::string{whole->text()};
}

}  // namespace firn::answers
