#include "gui/pages/compare_page.hpp"

#include "core/report/compare_tables.hpp"
#include "core/scenario/fingerprint.hpp"
#include "gui/charts/comparison_plot.hpp"
#include "gui/charts/plot.hpp"
#include "gui/document/file_stamp.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/models/report_table.hpp"
#include "gui/pages/answer_text.hpp"
#include "gui/pages/table_tabs.hpp"
#include "gui/pages/variation_panel.hpp"
#include "gui/pages/wrapped_text.hpp"
#include "gui/text.hpp"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace firn::gui {

namespace {

constexpr int kSideWidth = 380;
constexpr int kLeastWidth = 40;  // of a name, which may be long

}  // namespace

ComparePage::ComparePage(ScenarioDocument& document, QWidget* parent)
    : AnswerPage{QStringLiteral("compare"), tr("Compare"), document, parent},
      plot_{new Plot{this}},
      panel_{new VariationPanel{this}},
      file_name_{new QLabel{this}},
      choose_{new QPushButton{tr("A&lternatives"), this}},
      rest_{new_scrolled_text(tr("The answer in words"), this)},
      tabs_{new TableTabs{this}},
      money_{tabs_->add_table(tr("Key figures"))},
      service_{tabs_->add_table(tr("Service and risk"))},
      break_even_{tabs_->add_table(tr("Break-even"))},
      purposes_{tabs_->add_table(tr("What it is for"))},
      numbers_{tabs_->add_table(tr("Assumptions"))} {
    auto* top = new QWidget{this};
    auto* columns = new QHBoxLayout{top};
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(plot_, 1);
    columns->addWidget(make_side());
    auto* halves = new QSplitter{Qt::Vertical, this};
    halves->addWidget(top);
    halves->addWidget(tabs_);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    halves->setChildrenCollapsible(false);
    body()->addWidget(halves, 1);
    connect(panel_, &VariationPanel::changed, this, &ComparePage::refresh);
    connect(&document, &ScenarioDocument::path_changed, this, [this] {
        if (source_ == Source::own_demand) source_ = Source::beside_scenario;
    });
}

QWidget* ComparePage::make_side() {
    auto* side = new QWidget{this};
    side->setFixedWidth(kSideWidth);
    make_menu();
    file_name_->setProperty("quiet", true);
    file_name_->setMinimumWidth(kLeastWidth);
    auto* row = new QHBoxLayout;
    row->addWidget(file_name_, 1);
    row->addWidget(choose_);
    auto* layout = new QVBoxLayout{side};
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(panel_);
    layout->addWidget(rest_, 1);
    return side;
}

void ComparePage::make_menu() {
    auto* menu = new QMenu{choose_};
    menu->addAction(tr("A &file …"), this, &ComparePage::choose_file);
    menu->addAction(tr("Those &beside the scenario"), this, &ComparePage::use_alternatives_beside);
    menu->addAction(tr("The &usual ones"), this, [this] { use_alternatives({}); });
    choose_->setMenu(menu);
    choose_->setToolTip(tr("With what the archive is compared"));
    choose_->setAccessibleName(tr("Choose the alternatives"));
}

void ComparePage::choose_file() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Compare with the alternatives of a file"),
                                     from_utf8(document().folder()), tr("Alternatives (*.yaml *.yml)"));
    if (!path.isEmpty()) use_alternatives(path);
}

void ComparePage::show_file(const QString& path) { take(Source::own_demand, path); }

void ComparePage::use_alternatives(const QString& path) { take(Source::chosen, path); }

void ComparePage::use_alternatives_beside() { take(Source::beside_scenario, {}); }

void ComparePage::take(Source source, const QString& path) {
    source_ = source;
    chosen_ = to_utf8(path);
    run_again();
}

std::string ComparePage::file() const {
    return source_ == Source::beside_scenario ? alternatives_beside(document().folder()) : chosen_;
}

std::string ComparePage::beside() const {
    return std::to_string(static_cast<int>(source_)) + stamp_of(file()) + "\n" + key_of(panel_->variation());
}

QString ComparePage::purpose() const {
    return tr(
        "What the same files would cost elsewhere is asked of a scenario, or of a file of alternatives that "
        "states its demand.");
}

RunWorker::Work ComparePage::work_on(Question question) {
    std::string key = stamp_of(file()) + "\n" + question.folder + "\n";
    if (needs_scenario()) key += scenario::canonical_text(question.scenario);
    const auto known = answer_ && key == basis_key_ ? answer_->basis : nullptr;
    return [this, known, key = std::move(key), file = file(), has_scenario = needs_scenario(),
            variation = panel_->variation(), question = std::move(question)](RunContext& context) {
        using Answer = std::shared_ptr<const ComparisonAnswer>;
        const auto show = [this, key](const Answer& answer) {
            basis_key_ = key;
            show_answer(answer);
            seek_flips();
        };
        auto basis = known          ? Result<std::shared_ptr<const ComparisonBasis>>{known}
                     : has_scenario ? basis_of(question, file, context)
                                    : basis_of_file(file);
        if (!basis) return delivery_of(Result<Answer>{basis.error()}, show);
        return delivery_of(answer_comparison(*basis, variation, false, context), show);
    };
}

void ComparePage::seek_flips() {
    go_on([this, answer = answer_](RunContext& context) {
        return delivery_of(
            answer_comparison(answer->basis, answer->variation, true, context),
            [this](const std::shared_ptr<const ComparisonAnswer>& whole) { show_answer(whole); });
    });
}

void ComparePage::show_answer(const std::shared_ptr<const ComparisonAnswer>& answer) {
    answer_ = answer;
    const alternatives::Results& results = answer_->results;
    QStringList sentences = texts_of(answer_->sentences);
    if (!results.were_flips_sought) sentences[0] += tr(" Looking for what would turn that …");
    show_sentences(sentences, texts_of(answer_->assumptions), answer_->basis->provenance);
    show_notes(answer_->notes);
    rest_->setHtml(paragraphs(this->sentences(), assumptions()));
    plot_->show_content(cumulative_cost(results));
    const auto& stated = answer_->basis->stated;
    panel_->show_sliders(sliders_of(answer_->basis->comparison, stated), stated.has_value());
    money_->show_content(table_of(report::money_table(results), 0));
    service_->show_content(table_of(report::service_table(results), 0));
    break_even_->show_content(table_of(report::break_even_table(results)));
    purposes_->show_content(table_of(report::purpose_table(results)));
    numbers_->show_content(table_of(report::assumption_table(results)));
    show_source();
}

void ComparePage::show_source() {
    const QString path = from_utf8(answer_->basis->file);
    file_name_->setText(path.isEmpty() ? tr("The usual alternatives") : QFileInfo{path}.fileName());
    file_name_->setToolTip(path);
}

std::vector<Exhibit> ComparePage::exhibits() const {
    if (!answer_) return {};
    return {{tr("Cumulative cost"), plot_, nullptr},
            {tr("Key figures"), nullptr, money_},
            {tr("Service and risk"), nullptr, service_},
            {tr("Break-even"), nullptr, break_even_},
            {tr("What it is for"), nullptr, purposes_},
            {tr("Assumptions of the alternatives"), nullptr, numbers_}};
}

}  // namespace firn::gui
