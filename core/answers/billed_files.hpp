#pragma once

#include "core/diag/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace firn::answers {

/// What says how much was billed.
enum class BilledKind {
    usage,      ///< a usage file, which is priced
    bill,       ///< the JSON of `firn bill`
    statement,  ///< what the vendor reports
    budget,     ///< what `firn forecast --freeze` kept: nothing that was billed
};

/// "a usage file", "the JSON of firn bill", "a report of the vendor",
/// "a budget that firn forecast --freeze kept"
[[nodiscard]] std::string_view words_of(BilledKind kind);

/// Files of one kind, folders replaced by the files in them.
struct BilledFiles {
    std::vector<std::string> paths{};  ///< never empty
    BilledKind kind = BilledKind::statement;
};

/// Recognises them by their text (kind_of_file()), plain or gzip. Of a folder the files directly in it are
/// taken, by name, those whose names begin with a dot left out. Errors: those of io::files_of();
/// `bills-of-two-kinds`, once for each file that is of another kind than most (of two equal shares than the
/// first). What cannot be read is a statement, whose reader says what is wrong.
[[nodiscard]] Result<BilledFiles> billed_files(const std::vector<std::string>& paths);

}  // namespace firn::answers
