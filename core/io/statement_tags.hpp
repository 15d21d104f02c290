#pragma once

#include <string_view>

namespace firn::io {

/// The heading is that of a tag with this key: resourceTags/user:Project, resource_tags_user_project and
/// user:Project are all of the tag "project"; so is any of them as the key.
[[nodiscard]] bool is_tag_heading(std::string_view heading, std::string_view key);

/// A JSON object of texts, quotes perhaps doubled as CSV has them, holds the tag: {"user_project": "backup"}.
/// What is no such object holds none.
[[nodiscard]] bool holds_tag(std::string_view object, std::string_view key, std::string_view value);

}  // namespace firn::io
