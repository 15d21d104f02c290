#include "core/workload/drawn_stock.hpp"

#include "core/workload/month_sizes.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>

namespace firn::workload {

namespace {

class StockFiles {
  public:
    explicit StockFiles(const DrawnStock& stock) : stock_{stock}, left_{stock.files} {}

    Result<bool> read(FileBlock& block) {
        block.clear();
        if (left_ == 0) return false;
        if (!sizes_)
            sizes_.emplace(random::Stream{stock_.seed, "backfill/sizes"}, stock_.sizes, stock_.files, all());
        const auto files = std::min(left_, static_cast<std::int64_t>(kFilesPerBlock));
        block.arrivals.resize(static_cast<std::size_t>(files));
        for (std::int64_t i = 0; i < files; ++i)
            block.sizes.push_back(sizes_->next());
        left_ -= files;
        return true;
    }

  private:
    [[nodiscard]] Bytes all() const { return Bytes{stock_.files * stock_.mean_size.count()}; }

    DrawnStock stock_;
    std::int64_t left_;
    std::optional<MonthSizes> sizes_;
};

}  // namespace

Result<FileSource> drawn_stock(const DrawnStock& stock) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (stock.files > 0 && stock.mean_size.count() > kMost / stock.files)
        return failure({.code = "too-many-bytes",
                        .what = std::to_string(stock.files) + " files of " +
                                std::to_string(stock.mean_size.count()) +
                                " bytes in the mean together have more than 2^63 - 1 bytes",
                        .remedy = "check the number of the files and their mean size"});
    return FileSource{[files = StockFiles{stock}](FileBlock& block) mutable { return files.read(block); }};
}

}  // namespace firn::workload
