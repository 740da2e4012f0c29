using System.Text.RegularExpressions;
using FluentValidation;
using Seminar.Contracts;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;
using static Seminar.Workshops.TextRules;

namespace Seminar.Workshops;

/// <summary>What a workshop must respect to be stored, each fault with its path in the seed format.</summary>
internal sealed partial class WorkshopRules : AbstractValidator<WorkshopDocument>
{
    private const int LargestNumber = 999;
    private const int LargestAttendance = 100_000;

    private WorkshopRules(string themeKey)
    {
        RuleFor(document => document.Theme).Custom((theme, context) =>
        {
            if (theme != themeKey)
            {
                context.AddFailure($"Le document est celui de la thématique «\u00A0{Shorten(theme)}\u00A0»\u00A0; «\u00A0{themeKey}\u00A0» est attendu.");
            }
        });
        RuleFor(document => document.Number).IsWithin("Le numéro de l'atelier", 1, LargestNumber);
        RuleFor(document => document.Title).IsText("Le titre de l'atelier", ShortText);
        RuleFor(document => document.Context).IsTextOrEmpty("Le contexte", LongText);
        RuleFor(document => document.Room!).SetValidator(new RoomRules()).When(document => document.Room is not null);
        RuleFor(document => document.Attendance).SetValidator(new AttendanceRules());

        RuleFor(document => document.Questions).HasAtMost(100, "questions")
            .DependentRules(() => RuleForEach(document => document.Questions).IsText("La question", ProposalText));
        RuleFor(document => document.Team).HasAtMost(100, "membres de l'équipe")
            .DependentRules(() => RuleForEach(document => document.Team).SetValidator(new TeamMemberRules()));
        RuleFor(document => document.Witnesses).HasAtMost(200, "témoins")
            .DependentRules(() => RuleForEach(document => document.Witnesses).SetValidator(new WitnessRules()));
        RuleFor(document => document.Quotes).HasAtMost(200, "citations")
            .DependentRules(() => RuleForEach(document => document.Quotes).SetValidator(new QuoteRules()));
        RuleForEach(document => document.Board).SetValidator(new ColumnRules());
        RuleFor(document => document.Board).Custom(EachColumnOnce);
        RuleFor(document => document.Board).Must(board => board.Sum(NotesOf) <= BoardLimits.Notes)
            .WithMessage((_, board) => $"L'atelier compte {Number(board.Sum(NotesOf))} notes\u00A0: {Number(BoardLimits.Notes)} au plus sont permises.");
        RuleFor(document => document.Plan).Must(plan => plan.Sum(axis => axis.Proposals.Count) <= BoardLimits.Proposals)
            .WithMessage((_, plan) => $"L'atelier compte {Number(plan.Sum(axis => axis.Proposals.Count))} propositions\u00A0: {Number(BoardLimits.Proposals)} au plus sont permises.");
        RuleFor(document => document.Plan).HasAtMost(100, "axes", axes => axes is [.., { } last] && BoardLimits.IsUnarranged(last))
            .DependentRules(() => RuleForEach(document => document.Plan).SetValidator(new AxisRules()));
    }

    /// <returns>The faults; none when the theme may store the document.</returns>
    public static IReadOnlyList<Refusal> Check(WorkshopDocument document, string themeKey) =>
        RefusalList.Of(new WorkshopRules(themeKey).Validate(document).Errors
            .Select(fault => new Refusal(JsonPath(fault.PropertyName), fault.ErrorMessage)));

    private static int NotesOf(BoardColumn column) => column.Headings.Sum(heading => heading.Notes.Count);

    private static void EachColumnOnce(IReadOnlyList<BoardColumn> board, ValidationContext<WorkshopDocument> context)
    {
        var places = new Dictionary<Column, int>();
        foreach (var (index, column) in board.Index())
        {
            if (!places.TryAdd(column.Column, index))
            {
                context.AddFailure(
                    $"Board[{index}].Column",
                    $"La colonne «\u00A0{column.Column.ToFrench()}\u00A0» est déjà dans $.board[{places[column.Column]}]\u00A0; une fois au plus est attendue.");
            }
        }
    }

    private static string JsonPath(string property) =>
        "$." + FirstLetters().Replace(property, letter => letter.Value.ToLowerInvariant());

    [GeneratedRegex(@"(?<=^|\.)\p{Lu}")]
    private static partial Regex FirstLetters();

    private sealed class RoomRules : AbstractValidator<Room>
    {
        public RoomRules()
        {
            RuleFor(room => room.Name).IsText("Le nom de la salle", ShortText);
            RuleFor(room => room.Floor).IsTextOrEmpty("L'étage", ShortText);
        }
    }

    private sealed class AttendanceRules : AbstractValidator<Attendance>
    {
        public AttendanceRules()
        {
            RuleFor(attendance => attendance.Jeunes).IsWithin("Le nombre de jeunes", 0, LargestAttendance);
            RuleFor(attendance => attendance.Partenaires).IsWithin("Le nombre de partenaires", 0, LargestAttendance);
            RuleFor(attendance => attendance.MissionsLocales).IsWithin("Le nombre de participants des Missions Locales", 0, LargestAttendance);
            RuleFor(attendance => attendance.ReportedTotal).IsWithin("L'effectif annoncé", 0, LargestAttendance);
        }
    }

    private sealed class TeamMemberRules : AbstractValidator<TeamMember>
    {
        public TeamMemberRules()
        {
            RuleFor(member => member.Position).IsTextOrEmpty("La fonction", ShortText);
            RuleFor(member => member.Organisation).IsText("L'organisation", ShortText);
            RuleFor(member => member.Departement).IsDepartement();
        }
    }

    private sealed class WitnessRules : AbstractValidator<Witness>
    {
        public WitnessRules()
        {
            RuleFor(witness => witness.Position).IsTextOrEmpty("La fonction", ShortText);
            RuleFor(witness => witness.Organisation).IsText("L'organisation", ShortText);
            RuleFor(witness => witness.Departement).IsDepartement();
        }
    }

    private sealed class ColumnRules : AbstractValidator<BoardColumn>
    {
        public ColumnRules()
        {
            RuleFor(column => column.Headings).HasAtMost(BoardLimits.Headings, "sous-thèmes", headings => headings is [.., { } last] && BoardLimits.IsUngathered(last))
                .DependentRules(() => RuleForEach(column => column.Headings).SetValidator(new HeadingRules()));
        }
    }

    private sealed class HeadingRules : AbstractValidator<Heading>
    {
        public HeadingRules()
        {
            RuleFor(heading => heading.Title).IsText("Le titre du sous-thème", ShortText);
            RuleFor(heading => heading.Intro).IsTextOrEmpty("L'introduction du sous-thème", QuoteText);
            RuleFor(heading => heading.Notes).HasAtMost(BoardLimits.NotesOfHeading, "notes").Unless(BoardLimits.IsUngathered, ApplyConditionTo.CurrentValidator);
            RuleForEach(heading => heading.Notes).IsText("La note", NoteText).When(heading => heading.Notes.Count <= BoardLimits.NotesOfHeading || BoardLimits.IsUngathered(heading));
        }
    }

    private sealed class AxisRules : AbstractValidator<Axis>
    {
        public AxisRules()
        {
            RuleFor(axis => axis.Title).IsText("L'intitulé de l'axe", ShortText).OverridePropertyName("axis");
            RuleFor(axis => axis.Proposals).HasAtMost(BoardLimits.ProposalsOfAxis, "propositions").Unless(BoardLimits.IsUnarranged, ApplyConditionTo.CurrentValidator);
            RuleForEach(axis => axis.Proposals).IsText("La proposition", ProposalText).When(axis => axis.Proposals.Count <= BoardLimits.ProposalsOfAxis || BoardLimits.IsUnarranged(axis));
        }
    }

    private sealed class QuoteRules : AbstractValidator<Quote>
    {
        public QuoteRules()
        {
            RuleFor(quote => quote.Speaker).IsText("L'auteur de la citation (un rôle, jamais un nom)", ShortText);
            RuleFor(quote => quote.Text).IsText("La citation", QuoteText);
        }
    }
}
