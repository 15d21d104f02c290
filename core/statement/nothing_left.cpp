#include "core/statement/nothing_left.hpp"

#include <fmt/format.h>

namespace firn::statement {

Diagnostic nothing_left(const std::vector<LeftOut>& left_out, const std::string& path) {
    std::vector<std::string> parts;
    for (const LeftOut& out : left_out)
        parts.push_back(
            fmt::format("{} {} of {}", out.rows, out.rows == 1 ? "row" : "rows", to_text(out.scoped)));
    return {.code = "statement-nothing-left",
            .where = {.file = path},
            .what = fmt::format("nothing of the statement is left: it has {}", fmt::join(parts, ", ")),
            .expected = "rows that --service, --bucket, --tag, --account and --month leave",
            .remedy = "name what the statement has, or leave the option out"};
}

}  // namespace firn::statement
