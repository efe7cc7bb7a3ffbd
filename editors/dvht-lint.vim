" Vim compiler file: dvht-lint, a citation-integrity linter
if exists('current_compiler')
  finish
endif
let current_compiler = 'dvht-lint'

CompilerSet makeprg=dvht-lint\ check\ --output-format\ concise\ --quiet\ $*
CompilerSet errorformat=%f:%l:%c:\ %m,%-G%.%#
