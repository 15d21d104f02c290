#include "gui/worker/variance_answer.hpp"

#include "core/answers/billed_months.hpp"
#include "core/io/read_text_file.hpp"
#include "core/reconcile/book_names.hpp"

#include <utility>

namespace firn::gui {

Result<std::shared_ptr<const VarianceAnswer>> answer_variance(const VarianceFiles& files) {
    const auto text = io::read_text_file(files.budget);
    if (!text) return text.error();
    auto budget = report::read_budget(files.budget, *text);
    if (!budget) return std::move(budget).error();
    io::StatementOptions wanted;
    wanted.scope.services = reconcile::services_of(budget->price_book);
    wanted.currency = budget->currency;
    auto billed = answers::billed_months(files.billed, std::move(wanted), *budget);
    if (!billed) return std::move(billed).error();
    const auto share = answers::billed_share(files.through, billed->months);
    if (!share) return share.error();
    auto variance = forecast::variance_of(std::move(budget).value(), billed->months, *share);
    if (!variance) return std::move(variance).error();
    return std::make_shared<const VarianceAnswer>(VarianceAnswer{
        std::move(variance).value(), std::move(billed->notes), {.program_version = FIRN_VERSION}});
}

}  // namespace firn::gui
