#pragma once

#include "gui/pages/answer_page.hpp"
#include "gui/worker/comparison_answer.hpp"

#include <memory>
#include <string>

class QLabel;
class QPushButton;
class QTextEdit;

namespace firn::gui {

class Plot;
class TableModel;
class TableTabs;
class VariationPanel;

/// The archive beside other ways to keep it: what each has cost month by month, and what would turn the
/// answer. Sliders vary the comparison; the scenario is run only once for all of them.
class ComparePage : public AnswerPage {
    Q_OBJECT

  public:
    explicit ComparePage(ScenarioDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<Exhibit> exhibits() const override;
    [[nodiscard]] const ComparisonAnswer* answer() const { return answer_.get(); }
    [[nodiscard]] VariationPanel& panel() { return *panel_; }

    /// Compares a file of alternatives that states its own demand, whatever the scenario.
    void show_file(const QString& path);
    /// Compares the scenario with the alternatives of a file; "" for the usual ones.
    void use_alternatives(const QString& path);
    /// The same with the file beside the scenario, or the usual ones where there is none.
    void use_alternatives_beside();

  protected:
    RunWorker::Work work_on(Question question) override;
    [[nodiscard]] QString purpose() const override;
    [[nodiscard]] std::string beside() const override;
    [[nodiscard]] bool needs_scenario() const override { return source_ != Source::own_demand; }

  private:
    /// Where the alternatives come from.
    enum class Source { beside_scenario, chosen, own_demand };

    [[nodiscard]] std::string file() const;
    [[nodiscard]] QWidget* make_side();
    void make_menu();
    void choose_file();
    void take(Source source, const QString& path);
    void show_answer(const std::shared_ptr<const ComparisonAnswer>& answer);
    void seek_flips();
    void show_source();

    Source source_ = Source::beside_scenario;
    std::string chosen_;       ///< a file; "": the usual alternatives
    std::string basis_key_{};  ///< what the basis depends on
    std::shared_ptr<const ComparisonAnswer> answer_;
    Plot* plot_;
    VariationPanel* panel_;
    QLabel* file_name_;
    QPushButton* choose_;
    QTextEdit* rest_;
    TableTabs* tabs_;
    TableModel* money_;
    TableModel* service_;
    TableModel* break_even_;
    TableModel* purposes_;
    TableModel* numbers_;
};

}  // namespace firn::gui
