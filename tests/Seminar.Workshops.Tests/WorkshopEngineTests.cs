using Autofac;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.ImportBoard;
using Seminar.Workshops.Features.ReadBoard;
using Seminar.Workshops.Features.RunWorkshop;
using Seminar.Workshops.Features.ShowScreen;
using Seminar.Workshops.Features.ShowWorkshop;
using Seminar.Workshops.Features.TakePart;
using Seminar.Workshops.Features.WriteReport;

namespace Seminar.Workshops.Tests;

public class WorkshopEngineTests
{
    [Fact]
    public void Nothing_more_is_public_than_what_the_host_needs() =>
        WorkshopEngine.Assembly.GetExportedTypes().Should().BeEquivalentTo(
            [
                typeof(WorkshopEngine), typeof(ReadWorkshopJson), typeof(ReadSeminarJson), typeof(SeedReading<>),
                // Razor components and what they take as parameters have to be public.
                typeof(_Imports), typeof(WorkshopPage), typeof(WorkshopView), typeof(ShownPanel), typeof(OfferPanel), typeof(OfferPanelView),
                typeof(BoardPage), typeof(BoardPageView), typeof(TypedText), typeof(DeskPage), typeof(DeskPageView), typeof(ScreenPage), typeof(ScreenPageView),
                typeof(BoardState), typeof(BoardReader), typeof(BoardMethod), typeof(BoardPhase), typeof(BoardClock), typeof(BoardOptions), typeof(BoardCall),
                typeof(BoardNote), typeof(BoardHeading), typeof(BoardAxis), typeof(BoardProposal), typeof(BoardEvent),
                typeof(ReportDeskPage), typeof(ReportDeskView), typeof(ReportDesk), typeof(DeskIntroduction), typeof(DeskAttendance), typeof(DeskQuote), typeof(DeskTyped),
                typeof(DeskConflict), typeof(DeskConflictField), typeof(DeskConflictNotice), typeof(DeskPart), typeof(DeskProposals), typeof(ReportStandingMark),
                typeof(VersionPage), typeof(VersionView), typeof(PublishedVersion), typeof(LineChange),
                typeof(SendBoardPage), typeof(SendBoardView), typeof(PreviewBoardPage), typeof(BoardPreview), typeof(BoardMapping), typeof(ReadNote), typeof(LeftOutLine),
                typeof(BoardImportedPage), typeof(BoardImportedView),
            ]);

    [Fact]
    public void Its_tables_are_one_series_of_migrations()
    {
        WorkshopEngine.Migrations.Name.Should().Be("workshop");
        WorkshopEngine.Migrations.Migrations.Select(migration => migration.Name).Should().Equal("0001_workshop", "0002_live_board", "0003_notes_by_heading", "0004_report", "0005_notes_by_group");
    }

    [Fact]
    public async Task A_theme_that_has_its_identity_and_its_database_answers_every_request()
    {
        await using var theme = new TestTheme("mobility");
        var services = new ContainerBuilder();
        services.RegisterInstance(theme.Identity);
        services.RegisterInstance<IModuleDatabase>(theme.Database).ExternallyOwned();
        services.RegisterInstance<TimeProvider>(theme.Clock);
        services.RegisterInstance(theme.Feed).ExternallyOwned();
        services.RegisterAssemblyTypes(WorkshopEngine.Assembly).AsClosedTypesOf(typeof(IRequestHandler<,>));
        await using var scope = services.Build();
        var mediator = new Mediator(type => scope.Resolve(type));

        (await mediator.Send(new ReplaceWorkshop(Documents.Sound))).Accepted.Should().BeTrue();
        (await mediator.Send(new GetWorkshop())).Should().NotBeNull();
        (await mediator.Send(new GetDataChecks(new Dictionary<string, string>()))).Should().BeEmpty();
    }
}
