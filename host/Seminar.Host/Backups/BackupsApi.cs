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
            .WithSummary("Remet une sauvegarde à la place du contenu d’un module, pendant le service.").Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> BackupAsync(BackupOrder order, ModuleBackups backups, CancellationToken cancel)
    {
        try
        {
            var made = await backups.BackupAsync(order.Module, cancel);
            return Results.Json(new BackupMade(Path.GetRelativePath(backups.Folder, made.Folder), made.NotCopied), statusCode: StatusCodes.Status201Created);
        }
        catch (MigrationException exception)
        {
            return Refused(exception.Message);
        }
    }

    private static async Task<IResult> RestoreAsync(RestoreOrder order, ModuleBackups backups, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(order.Module) || string.IsNullOrWhiteSpace(order.Backup))
        {
            return Refused("Dites quel module remettre (« module ») et depuis quelle sauvegarde (« backup », relative au dossier des sauvegardes).", 400);
        }

        if (!backups.Knows(order.Module))
        {
            return Refused(ModuleBackups.Unknown(order.Module), 404);
        }

        var source = Path.GetFullPath(Path.Combine(backups.Folder, order.Backup));
        if (!source.StartsWith(backups.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return Refused("La sauvegarde doit se trouver dans le dossier des sauvegardes.");
        }

        if (!File.Exists(source))
        {
            return Refused($"La sauvegarde « {order.Backup} » n’existe pas dans le dossier des sauvegardes.", 404);
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

    private static IResult Refused(string reason, int status = StatusCodes.Status422UnprocessableEntity) => Results.Problem(new ProblemDetails
    {
        Status = status,
        Title = "Rien n’a été changé",
        Detail = reason,
    });
}

/// <summary>What to back up.</summary>
/// <param name="Module">Key of the module; null for all.</param>
internal sealed record BackupOrder(string? Module);

/// <summary>Where the backup is.</summary>
/// <param name="Folder">Folder name under <c>backups</c>; one file a module.</param>
/// <param name="NotCopied">The modules that are not in it, and why.</param>
internal sealed record BackupMade(string Folder, IReadOnlyList<NotCopied> NotCopied);

/// <summary>What to restore.</summary>
/// <param name="Module">Key of the module.</param>
/// <param name="Backup">File, relative to <c>backups</c>.</param>
internal sealed record RestoreOrder(string? Module, string? Backup);
