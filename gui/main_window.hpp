#pragma once

#include "core/answers/file_kind.hpp"
#include "core/diag/diagnostic.hpp"
#include "gui/theme.hpp"

#include <QMainWindow>
#include <QTimer>

#include <vector>

class QListWidget;
class QMenu;
class QStackedWidget;

namespace firn::gui {

class Autosave;
class BillsPage;
class ComparePage;
class FileReading;
class Page;
class PairPage;
class ReconcilePage;
class ScenarioDocument;
class VariancePage;

/// The window: pages on the left, the chosen one beside them, one document that all of them show.
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    MainWindow();
    ~MainWindow() override;

    [[nodiscard]] ScenarioDocument& document() { return *document_; }
    [[nodiscard]] const std::vector<Page*>& pages() const { return pages_; }
    [[nodiscard]] Page& current_page() const;
    void choose_page(int page);
    void choose_page(const Page& page);

    /// Opens a scenario, makes one for a trace, listing, folder or table, shows the bill of a usage file,
    /// compares the alternatives of a file that states its demand, or gives what was billed or budgeted to
    /// the page that compares it. Asks nothing but whether to go on with what a run before this one left
    /// unsaved; `ask` false: it is not asked, nor taken.
    Diagnostics open(const QString& path, bool ask = true);

    /// Opens whatever was dropped, each file on the page where it belongs; of reports several are parts of
    /// one. Asks before a scenario with unsaved changes goes, and shows what is wrong. Files that a scenario
    /// is made for are read meanwhile, however many they are; the window goes on.
    void take(const QStringList& paths);
    /// Whether such files are being read.
    [[nodiscard]] bool is_reading() const;

    /// Shows the scenario of a file beside the one that is open.
    void show_beside(const QString& path);

    /// Begins with what a run before this one left unsaved and without a file, if a person wants that;
    /// otherwise with a template.
    void begin();

    /// What is compared with what the vendor reports, and with a budget.
    [[nodiscard]] ReconcilePage& reconcile() { return *reconcile_; }
    [[nodiscard]] VariancePage& variance() { return *variance_; }

  protected:
    void closeEvent(QCloseEvent* event) override;
    /// Tab goes through the window as a person reads it.
    bool focusNextPrevChild(bool next) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void add_page(Page* page);
    void make_menus();
    void make_file_menu();
    void make_edit_menu();
    void make_view_menu();
    void make_recent_menu();
    void show_title();
    void refresh_page();
    void new_from(const QString& resource);
    void start_with_template(const QString& resource, bool is_saved);
    void choose_and_open();
    void choose_other();
    bool save();
    bool save_as();
    /// Whether what is not saved may go: saved now, or given up.
    bool may_leave();
    void remember(const QString& path);
    void show_faults(const Diagnostics& faults);
    Diagnostics open_scenario(const QString& path, bool ask);
    Diagnostics open_usage(const QString& path);
    void open_comparison(const QString& path);
    Diagnostics open_files(const QString& path);
    void take_files(const QString& path);
    void start_with_made(const QString& text);
    Diagnostics open_as(answers::FileKind kind, const QString& path, bool ask);
    /// A usage file is what Reconcile expects and what Variance takes as billed, unless a person chose
    /// others.
    void offer_usage(const QString& path);
    void wear(Appearance appearance);
    void save_picture();
    void save_table();
    void save_report();
    void copy_chart();

    ScenarioDocument* document_;
    Autosave* autosave_;
    QListWidget* names_;
    QStackedWidget* stack_;
    QMenu* recent_ = nullptr;
    FileReading* files_;
    QString text_before_files_{};  ///< of the document, when they began to be read
    std::vector<Page*> pages_;
    BillsPage* bills_ = nullptr;
    ComparePage* compare_ = nullptr;
    ReconcilePage* reconcile_ = nullptr;
    VariancePage* variance_ = nullptr;
    PairPage* pair_ = nullptr;
    QTimer refresh_;  ///< a moment after the last change
};

}  // namespace firn::gui
