/* The subcommands.  Each prints what it found and returns an exit status. */
#ifndef STDAILY_CMD_COMMANDS_H
#define STDAILY_CMD_COMMANDS_H

#include "cmd/session.h"

int command_index(stdaily_archive *archive, const options *o);
int command_dump(stdaily_archive *archive, const options *o);
int command_articles(stdaily_archive *archive, const options *o);
int command_show(stdaily_archive *archive, const options *o);
int command_match(stdaily_archive *archive, const options *o);
int command_search(stdaily_archive *archive, const options *o);
int command_links(stdaily_archive *archive, const options *o);
int command_info(stdaily_archive *archive, const options *o);
int command_messages(stdaily_archive *archive, const options *o);

#endif
