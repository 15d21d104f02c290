#include "tests/io/rows_of.hpp"
#include "tests/io/temporary_folder.hpp"

#include "core/io/monthly_reader.hpp"
#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// Text made of pieces that traces are made of, some of them cut or misplaced.
std::string any_text(std::string_view first) {
    static const std::vector<std::string> kPieces{"\n",
                                                  "\r\n",
                                                  ",",
                                                  "\"",
                                                  "\"\"",
                                                  " ",
                                                  "-",
                                                  ".",
                                                  "7",
                                                  "1362441600",
                                                  "2013-03-05T00:00:00.5Z",
                                                  "NaN",
                                                  "\t",
                                                  "2013-03-05 07:30:15",
                                                  "9223372036854775808",
                                                  "2012-11",
                                                  "\xC3\xA4",
                                                  "\xFF",
                                                  "PRE a/",
                                                  "\x1f\x8b"};
    std::string text{first};
    for (const std::string& piece :
         *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces)))
        text += piece;
    return text;
}

/// An error that names the file; rows, where there is none.
template <class T>
bool is_read_or_explained(const firn::Result<T>& result, const std::string& path) {
    if (result) return true;
    return !result.error().empty() && std::all_of(result.error().begin(), result.error().end(),
                                                  [&path](const firn::Diagnostic& diagnostic) {
                                                      return diagnostic.where.file == path &&
                                                             !diagnostic.code.empty() &&
                                                             !to_text(diagnostic).empty();
                                                  });
}

}  // namespace

TEST_CASE("whatever a file holds, it is read or each fault of it is explained", "[io][property]") {
    const TemporaryFolder folder;
    CHECK(rc::check("any text", [&folder] {
        const std::string first =
            *rc::gen::element<std::string>("", "timestamp_utc,size_bytes\n", "month,items,bytes\n",
                                           "1362441600.5 25 a\n", "2013-03-05 07:30:15 25 a\n");
        const std::string path = folder.write("any", any_text(first));
        RC_ASSERT(is_read_or_explained(rows_of(path), path));
        RC_ASSERT(is_read_or_explained(firn::io::read_monthly_totals(path), path));
    }));
}
