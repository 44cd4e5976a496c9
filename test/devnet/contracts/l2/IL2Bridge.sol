// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// What EMetisMinter asks of the L2 bridge.
interface IL2Bridge {
    function messenger() external view returns (address);

    function withdrawTo(address l2Token, address to, uint256 amount, uint32 l1Gas, bytes calldata data)
        external
        payable;
}
