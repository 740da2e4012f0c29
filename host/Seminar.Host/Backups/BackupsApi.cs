using Microsoft.AspNetCore.Mvc;
using Seminar.Storage;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Backups;

/// <summary>Backups over the API: made in, and taken from, the data folder's own <c>backups</c> only.</summary>
internal static class BackupsApi
{
    public static void MapBackups(this IEndpointRouteBuilder api)
    {
        api.MapPost("/backups", BackupAsync).RequireAuthorization(Policy.Administer)
            .WithSummary("Sauvegarde un module, ou tous, pendant le service.").Produces<BackupMade>(201).ProducesProblem(422);
        api.MapPost("/restores", RestoreAsync).RequireAuthorization(Policy.Administer)
            .WithSummary("Remet une sauvegarde à la place du contenu d’un module, pendant le service.").Produces(204).ProducesProblem(422);
    }

    private static async Task<IResult> BackupAsync(BackupOrder order, ModuleBackups backups, CancellationToken cancel)
    {
        try
        {
            var folder = await backups.BackupAsync(order.Module, cancel);
            return Results.Json(new BackupMade(Path.GetRelativePath(backups.Folder, folder)), statusCode: StatusCodes.Status201Created);
        }
        catch (MigrationException exception)
        {
            return Refused(exception.Message);
        }
    }

    private static async Task<IResult> RestoreAsync(RestoreOrder order, ModuleBackups backups, CancellationToken cancel)
    {
        var source = Path.GetFullPath(Path.Combine(backups.Folder, order.Backup));
        if (!source.StartsWith(backups.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return Refused("La sauvegarde doit se trouver dans le dossier des sauvegardes.");
        }

        try
        {
            await backups.RestoreAsync(order.Module, source, cancel);
            return Results.NoContent();
        }
        catch (MigrationException exception)
        {
            return Refused(exception.Message);
        }
    }

    private static IResult Refused(string reason) => Results.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Title = "Rien n’a été changé",
        Detail = reason,
    });
}

/// <summary>What to back up.</summary>
/// <param name="Module">Key of the module; null for all.</param>
internal sealed record BackupOrder(string? Module);

/// <summary>Where the backup is.</summary>
/// <param name="Folder">Folder name under <c>backups</c>; one file a module.</param>
internal sealed record BackupMade(string Folder);

/// <summary>What to restore.</summary>
/// <param name="Module">Key of the module.</param>
/// <param name="Backup">File, relative to <c>backups</c>.</param>
internal sealed record RestoreOrder(string Module, string Backup);
